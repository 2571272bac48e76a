package uplink.billing.reconciliation.boundary;

import uplink.shared.Coded;

/** What became of it. */
public enum DiscrepancyStatus implements Coded {
    OPEN,
    /** Both agree now: it was taken over, or found its own way. */
    SETTLED,
    /** Somebody has said why it is as it is. */
    EXPLAINED,
    /** A correction waits for the second person. */
    REQUESTED
}
