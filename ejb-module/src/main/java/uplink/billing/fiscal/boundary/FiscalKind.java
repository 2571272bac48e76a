package uplink.billing.fiscal.boundary;

import uplink.shared.Coded;

/** What a receipt is about. */
public enum FiscalKind implements Coded {
    /** Money that came before anything was owed for it: аванс. */
    ADVANCE,
    /** An invoice that such money has settled: зачёт аванса. */
    OFFSET,
    /** Money that went back: возврат. */
    REFUND
}
