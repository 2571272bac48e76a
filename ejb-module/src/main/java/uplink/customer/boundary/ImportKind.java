package uplink.customer.boundary;

import uplink.shared.Coded;

/** What a file brings. */
public enum ImportKind implements Coded {
    CUSTOMERS,
    PLACES,
    DEVICES,
    APPLICATIONS
}
