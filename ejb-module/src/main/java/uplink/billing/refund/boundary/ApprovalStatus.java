package uplink.billing.refund.boundary;

import uplink.shared.Coded;

/** What the second person has decided. */
public enum ApprovalStatus implements Coded {
    WAITING,
    APPROVED,
    REFUSED
}
