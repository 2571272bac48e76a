package uplink.bulk.boundary;

import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.CustomerKind;
import uplink.customer.boundary.CustomerQuery;
import uplink.customer.boundary.CustomerStatus;
import uplink.shared.Validation;

/**
 * Which customers: those that the list of customers shows with these filters. Without any it is all of them.
 *
 * @param q words of which each must be found, as in the list; {@code —} once one of these customers was erased
 * @param tag one that they must have
 * @param debtOnly only balances below zero
 */
public record BulkFilter(
        @Nullable String q,
        @Nullable CustomerStatus status,
        @Nullable CustomerKind kind,
        @Nullable String tag,
        @Nullable Boolean debtOnly) {

    private static final int LONGEST_TEXT = 100;

    /** As it is kept; what is too long is told to the validation. */
    public BulkFilter checked(Validation validation) {
        return new BulkFilter(
                validation.optional("filter.q", q, LONGEST_TEXT),
                status,
                kind,
                validation.optional("filter.tag", tag, LONGEST_TEXT),
                Boolean.TRUE.equals(debtOnly) ? true : null);
    }

    /** As the list of customers asks. */
    public CustomerQuery query() {
        return new CustomerQuery(
                q, status, kind, tag, Boolean.TRUE.equals(debtOnly), CustomerQuery.Sort.CREATED, true, 0, 1);
    }
}
