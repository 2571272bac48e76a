package uplink.billing.payment.boundary;

import uplink.shared.Coded;

/** Where a payment stands. */
public enum PaymentStatus implements Coded {
    CREATED,
    PENDING,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    /** The provider did not tell how it ended: settled by asking it, never by charging again. */
    UNKNOWN
}
