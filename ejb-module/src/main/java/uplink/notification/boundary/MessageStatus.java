package uplink.notification.boundary;

import uplink.shared.Coded;

/** How far a message has come. */
public enum MessageStatus implements Coded {
    WAITING,
    /** The peer has it. */
    SENT,
    /** The peer reports that its reader has it. */
    DELIVERED,
    /** Given up, until somebody sends it again. */
    DEAD,
    /** There was no address. */
    NOBODY,
    /** The customer did not want it any more. */
    UNWANTED,
    /** It was advertising, and the customer has not agreed to that, or not any more. */
    NO_CONSENT,
    /** What it tells of happened too long ago when it was heard of: it is in the list only. */
    TOO_OLD
}
