package uplink.connection.boundary;

import uplink.shared.Coded;

/** Where an application came from. */
public enum ApplicationSource implements Coded {
    /** Written by the applicant, on the site or in the cabinet. */
    SITE,
    /** From another system. */
    API,
    /** Written down by somebody of the staff. */
    CALL
}
