package uplink.customer.boundary;

import uplink.shared.Coded;

/** Whence a heading's meaning is known. */
public enum HeadingMeaning implements Coded {
    /** The guide says so; it cannot be explained otherwise. */
    DOCUMENTED,
    /** Somebody has explained it. */
    EXPLAINED,
    /** Somebody has said that the column is of no use. */
    PASSED_OVER,
    /** Nobody has said: a file with it is refused. */
    UNKNOWN
}
