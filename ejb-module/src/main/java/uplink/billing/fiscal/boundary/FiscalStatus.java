package uplink.billing.fiscal.boundary;

import uplink.shared.Coded;

/** Where a receipt stands. */
public enum FiscalStatus implements Coded {
    /** The service has not got it, as far as anybody knows. */
    WAITING,
    /** The service has it, and has not printed it yet. */
    SENT,
    DONE,
    /** The service refused it: somebody has to look. */
    FAILED
}
