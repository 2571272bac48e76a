package uplink.address.boundary;

import uplink.shared.Coded;

/** Whether somebody can be connected. */
public enum FeasibilityAnswer implements Coded {
    /** Now. */
    YES,
    /** It is to come. */
    PLANNED,
    /** The place is known, and nothing is there or to come. */
    NO,
    /** Nobody can say: the place is not known, or only a part of it is. */
    UNKNOWN
}
