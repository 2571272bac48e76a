package uplink.bulk.boundary;

import uplink.shared.Coded;

/**
 * Where a work stands: {@code preview} → {@code ready} → ({@code waiting} for a second person →) {@code running} → {@code done}
 * → {@code undoing} → {@code undone}; stopped and failed in between, from where it goes on.
 */
public enum BulkStatus implements Coded {
    /** It is being worked out what would happen. */
    PREVIEW,
    READY,
    WAITING,
    RUNNING,
    STOPPING,
    STOPPED,
    DONE,
    UNDOING,
    UNDONE,
    FAILED;

    /** Somebody is working on it, or is about to. */
    public boolean isUnderWay() {
        return this == PREVIEW || this == RUNNING || this == STOPPING || this == UNDOING;
    }

    /** It rests half-way. */
    public boolean isHalted() {
        return this == STOPPED || this == FAILED;
    }
}
