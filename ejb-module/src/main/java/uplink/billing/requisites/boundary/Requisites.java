package uplink.billing.requisites.boundary;

import org.jspecify.annotations.Nullable;

/**
 * Who is paid.
 *
 * @param inn 10 digits, or 12 of a person in business
 * @param kpp of a company
 * @param account 20 digits, with the check digit that the BIC asks for
 * @param corrAccount the bank's own at the Bank of Russia; some have none
 * @param purpose of a payment for an invoice; {@code {contract}}, {@code {invoice}} and {@code {day}} are filled in
 * @param address for receipts on paper
 */
public record Requisites(
        String name,
        String inn,
        @Nullable String kpp,
        String account,
        String bankName,
        String bic,
        @Nullable String corrAccount,
        String purpose,
        @Nullable String address,
        @Nullable Integer version) {}
