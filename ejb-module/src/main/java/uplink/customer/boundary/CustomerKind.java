package uplink.customer.boundary;

import uplink.shared.Coded;

/** A private person or a company. */
public enum CustomerKind implements Coded {
    PERSON,
    COMPANY
}
