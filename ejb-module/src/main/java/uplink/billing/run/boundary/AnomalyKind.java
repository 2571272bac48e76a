package uplink.billing.run.boundary;

import uplink.shared.Coded;

/** Why a customer stands out in a preview; a customer has the first that applies, in this order. */
public enum AnomalyKind implements Coded {
    /** Cannot be billed. */
    QUARANTINE,
    /** The lines net below zero. */
    CREDIT,
    /** An invoice of nothing. */
    ZERO,
    /** More than last month by more than the threshold. */
    UP,
    /** Less than last month by more than the threshold. */
    DOWN
}
