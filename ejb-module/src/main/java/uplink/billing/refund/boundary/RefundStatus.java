package uplink.billing.refund.boundary;

import uplink.shared.Coded;

/** Where a refund stands. */
public enum RefundStatus implements Coded {
    /** For the second person. */
    WAITING,
    /** By the second person. */
    REFUSED,
    CREATED,
    PENDING,
    /** The provider did not tell how it ended: settled by asking it, never by giving back again. */
    UNKNOWN,
    SUCCEEDED,
    FAILED
}
