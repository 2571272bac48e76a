package uplink.connection.boundary;

import uplink.shared.Coded;

/** How far an application has come. */
public enum ApplicationStatus implements Coded {
    NEW,
    /** The network reaches the address. */
    FEASIBLE,
    /** A crew will come. */
    SCHEDULED,
    INSTALLED,
    REFUSED
}
