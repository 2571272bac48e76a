package uplink.billing.refund.boundary;

import org.jspecify.annotations.Nullable;

/**
 * A slice of the list of approvals for the console, newest first.
 *
 * @param first rows to skip
 * @param size 1 to 200
 */
public record ApprovalQuery(@Nullable ApprovalStatus status, int first, int size) {}
