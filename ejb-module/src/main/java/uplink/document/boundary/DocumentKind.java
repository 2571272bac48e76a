package uplink.document.boundary;

import uplink.shared.Coded;

/** What a paper is. */
public enum DocumentKind implements Coded {
    INVOICE,
    CREDIT_NOTE
}
