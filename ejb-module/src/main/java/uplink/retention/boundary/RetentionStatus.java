package uplink.retention.boundary;

import uplink.shared.Coded;

/** Where a run stands; failed means that a rule could not do its work, the others did theirs. */
public enum RetentionStatus implements Coded {
    QUEUED,
    RUNNING,
    STOPPING,
    STOPPED,
    COMPLETED,
    FAILED
}
