package uplink.customer.boundary;

import org.jspecify.annotations.Nullable;

/**
 * What papers and banks want to know of a company, or of a person in business; the taxpayer number is the customer's own.
 *
 * @param legalName as on papers, where it differs from the customer's name
 * @param kpp nine signs, of companies only
 * @param ogrn 13 digits of a company, 15 of a person in business, with the right check digit
 * @param bic the bank's, nine digits
 * @param account twenty digits, with the check digit that belongs to the bank
 */
public record CustomerRequisites(
        @Nullable String legalName,
        @Nullable String kpp,
        @Nullable String ogrn,
        @Nullable String legalAddress,
        @Nullable String bankName,
        @Nullable String bic,
        @Nullable String account) {

    /** None: as a change it takes away what there is. */
    public static final CustomerRequisites NONE = new CustomerRequisites(null, null, null, null, null, null, null);
}
