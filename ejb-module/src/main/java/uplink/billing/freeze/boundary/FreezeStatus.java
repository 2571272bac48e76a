package uplink.billing.freeze.boundary;

import uplink.shared.Coded;

/** How a freeze stands. */
public enum FreezeStatus implements Coded {
    PLANNED,
    ACTIVE,
    ENDED,
    /** Taken back before it began, or impossible when its day came. */
    CANCELLED
}
