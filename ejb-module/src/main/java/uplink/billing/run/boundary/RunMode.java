package uplink.billing.run.boundary;

import uplink.shared.Coded;

/** What a bill run is for. */
public enum RunMode implements Coded {
    /** Computes everything and writes no invoice, no charge, no transfer. */
    PREVIEW,
    /** Bills. */
    COMMIT
}
