package uplink.customer.boundary;

import uplink.shared.Coded;

/** Where an import stands; refused means that nothing was written because rows were refused. */
public enum ImportStatus implements Coded {
    QUEUED,
    RUNNING,
    STOPPING,
    STOPPED,
    COMPLETED,
    REFUSED,
    FAILED
}
