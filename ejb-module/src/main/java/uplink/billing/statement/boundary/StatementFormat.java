package uplink.billing.statement.boundary;

import uplink.shared.Coded;

/** What banks write their statements in. */
public enum StatementFormat implements Coded {
    /** 1CClientBankExchange. */
    ONE_C,
    /** ISO 20022. */
    CAMT_053
}
