package uplink.bulk.boundary;

import uplink.shared.Coded;

/** What became of one of the things that a work is about. */
public enum BulkState implements Coded {
    /** Nobody has looked at it. */
    WAITING,
    /** It will be changed. */
    READY,
    /** It was already as it should be. */
    SKIPPED,
    REFUSED,
    DONE,
    UNDONE,
    /** It was done and could not be taken back. */
    KEPT
}
