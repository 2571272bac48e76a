package uplink.billing.refund.boundary;

import uplink.shared.Coded;

/** What waits for a second person. */
public enum ApprovalKind implements Coded {
    REFUND,
    ADJUSTMENT,
    PAYOUT
}
