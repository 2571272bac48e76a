package uplink.customer.boundary;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer to be registered together with the first contract.
 *
 * @param inn taxpayer number: 12 digits for a person, 10 for a company, with right check digits
 * @param phone in any usual spelling; kept as +7…
 * @param locale ru (default) or en
 * @param creditLimit how far the balance may go below zero, not below zero itself
 * @param contract null: a plain one from today
 * @param tags at most ten words of at most 30 letters, digits, blanks and dashes
 */
public record NewCustomer(
        @Nullable CustomerKind kind,
        @Nullable String fullName,
        @Nullable String inn,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String locale,
        @Nullable BigDecimal creditLimit,
        @Nullable NewContract contract,
        @Nullable CustomerRequisites requisites,
        @Nullable List<String> tags) {}
