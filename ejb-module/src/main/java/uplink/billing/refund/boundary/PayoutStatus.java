package uplink.billing.refund.boundary;

import uplink.shared.Coded;

/** Where a pay-out stands. */
public enum PayoutStatus implements Coded {
    /** For the second person. */
    WAITING,
    /** By the second person. */
    REFUSED,
    /** Booked: the credit is gone from the account. */
    PAID
}
