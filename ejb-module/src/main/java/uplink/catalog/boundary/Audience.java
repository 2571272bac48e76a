package uplink.catalog.boundary;

import uplink.shared.Coded;

/** Whom a tariff is offered to, when it is not for everybody. */
public enum Audience implements Coded {
    PERSON,
    COMPANY
}
