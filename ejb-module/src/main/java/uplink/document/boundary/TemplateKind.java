package uplink.document.boundary;

import uplink.shared.Coded;

/** What a template is for. */
public enum TemplateKind implements Coded {
    /** Invoices and credit notes. */
    INVOICE,
    RECEIPT,
    ACT,
    STATEMENT,
    CONTRACT
}
