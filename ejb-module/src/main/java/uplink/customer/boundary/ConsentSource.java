package uplink.customer.boundary;

import uplink.shared.Coded;

/** How somebody said it. */
public enum ConsentSource implements Coded {
    PAPER,
    CALL,
    SITE,
    MESSAGE
}
