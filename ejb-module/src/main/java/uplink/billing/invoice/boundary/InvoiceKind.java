package uplink.billing.invoice.boundary;

import uplink.shared.Coded;

/** What kind of document it is. */
public enum InvoiceKind implements Coded {
    INVOICE,
    /** Its lines net below zero: credited to the account at once, never demanded. */
    CREDIT_NOTE
}
