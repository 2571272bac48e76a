package uplink.catalog.boundary;

import uplink.shared.Coded;

/** What the first or last part of a period costs: its share, the whole price, nothing. */
public enum PartRule implements Coded {
    PRORATE,
    FULL,
    FREE
}
