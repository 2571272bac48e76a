package uplink.billing.run.boundary;

import uplink.shared.Coded;

/** Where a bill run stands: queued → running → completed; running → stopping → stopped → (resume) running. */
public enum RunStatus implements Coded {
    /** Planned; no chunk has been worked on. */
    QUEUED,
    RUNNING,
    /** Asked to stop: chunks in hand are finished, no new one begins. */
    STOPPING,
    STOPPED,
    COMPLETED,
    /** Some chunk could not be worked off even after several tries; resume tries it again. */
    FAILED;

    /** Whether chunks may still be worked on. */
    public boolean isOpen() {
        return this == QUEUED || this == RUNNING;
    }
}
