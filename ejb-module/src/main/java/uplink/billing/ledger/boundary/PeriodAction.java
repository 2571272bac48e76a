package uplink.billing.ledger.boundary;

import uplink.shared.Coded;

/** What was decided about the accounting period. */
public enum PeriodAction implements Coded {
    CLOSE,
    REOPEN
}
