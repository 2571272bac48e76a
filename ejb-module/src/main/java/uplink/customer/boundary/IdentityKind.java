package uplink.customer.boundary;

import uplink.shared.Coded;

/** What somebody shows to say who they are. */
public enum IdentityKind implements Coded {
    PASSPORT,
    FOREIGN_PASSPORT,
    RESIDENCE_PERMIT,
    DRIVING_LICENCE,
    OTHER
}
