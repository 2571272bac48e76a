package uplink.billing.subscription.boundary;

import uplink.shared.Coded;

/** What became of a move. */
public enum RelocationStatus implements Coded {
    PLANNED,
    DONE,
    /** Before its day. */
    WITHDRAWN,
    /** The contract had ended by then. */
    LAPSED
}
