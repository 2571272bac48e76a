package uplink.customer.boundary;

import uplink.shared.Coded;

/** What happens to good rows when there are refused ones. */
public enum ImportMode implements Coded {
    ALL_OR_NOTHING,
    GOOD_ROWS
}
