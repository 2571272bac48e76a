package uplink.bulk.boundary;

import uplink.shared.Coded;

/** What is worked on, or was when it was stopped. */
public enum BulkPhase implements Coded {
    PREVIEW(BulkStatus.PREVIEW, BulkState.WAITING),
    COMMIT(BulkStatus.RUNNING, BulkState.READY),
    UNDO(BulkStatus.UNDOING, BulkState.DONE);

    private final BulkStatus status;
    private final BulkState takes;

    BulkPhase(BulkStatus status, BulkState takes) {
        this.status = status;
        this.takes = takes;
    }

    /** That of a work in it. */
    public BulkStatus status() {
        return status;
    }

    /** What there is to be done in it. */
    public BulkState takes() {
        return takes;
    }
}
