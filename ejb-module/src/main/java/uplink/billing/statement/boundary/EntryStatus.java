package uplink.billing.statement.boundary;

import uplink.shared.Coded;

/** Where an entry of a bank statement stands. */
public enum EntryStatus implements Coded {
    /** Money that came, and nobody knows yet whose it is. */
    WAITING,
    MATCHED,
    /** Money that came and is no customer's. */
    NOT_OURS,
    /** Money that went: shown, never posted. */
    OUTGOING
}
