package uplink.document.boundary;

import uplink.shared.Coded;

/** Where a package stands. */
public enum PackageStatus implements Coded {
    QUEUED,
    RUNNING,
    /** Asked to stop: files in hand are finished. */
    STOPPING,
    STOPPED,
    COMPLETED,
    /** Something kept it from going on; resume tries again. */
    FAILED;

    /** Whether files are being made. */
    public boolean isUnderWay() {
        return this == QUEUED || this == RUNNING || this == STOPPING;
    }
}
