package uplink.customer.boundary;

import org.jspecify.annotations.Nullable;

/**
 * Which customers, in which order.
 *
 * @param text words of which each must be found in name, contract number, phone, e-mail, INN or address
 * @param tag one that they must have
 * @param debtOnly only balances below zero
 * @param first rows to skip
 * @param size 1 to 100 rows
 */
public record CustomerQuery(
        @Nullable String text,
        @Nullable CustomerStatus status,
        @Nullable CustomerKind kind,
        @Nullable String tag,
        boolean debtOnly,
        Sort sort,
        boolean ascending,
        int first,
        int size) {

    /** What a list of customers can be sorted by. */
    public enum Sort {
        NAME,
        CONTRACT_NUMBER,
        BALANCE,
        CREATED
    }

    public static CustomerQuery newest(int size) {
        return new CustomerQuery(null, null, null, null, false, Sort.CREATED, false, 0, size);
    }
}
