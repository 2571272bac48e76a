package uplink.bulk.boundary;

import uplink.shared.Coded;

/** Whether a work can be taken back. */
public enum BulkUndo implements Coded {
    ANY_TIME,
    /** As long as it has not taken effect. */
    BEFORE_EFFECT,
    NEVER
}
