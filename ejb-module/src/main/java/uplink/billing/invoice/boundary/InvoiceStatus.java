package uplink.billing.invoice.boundary;

import uplink.shared.Coded;

/** Where an invoice stands: pending → paid, or pending → overdue → paid; cancelled is final. */
public enum InvoiceStatus implements Coded {
    PENDING,
    /** Exactly when its allocations equal its amount. */
    PAID,
    /** Not paid when the due date had passed. */
    OVERDUE,
    CANCELLED
}
