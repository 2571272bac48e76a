package uplink.address.boundary;

import uplink.shared.Coded;

/** What a place is; each lies within one that stands before it here. */
public enum PlaceKind implements Coded {
    /** A subject of the federation. */
    REGION,
    /** A district of a region. */
    DISTRICT,
    CITY,
    /** A village or settlement; may belong to a city. */
    LOCALITY,
    /** A quarter, an estate, a gardeners' association. */
    AREA,
    STREET,
    HOUSE,
    FLAT;

    /** Whether places of that kind may lie within one of this. */
    public boolean isLargerThan(PlaceKind other) {
        return ordinal() < other.ordinal();
    }

    /** Whether it may lie within nothing: a provider of one city needs no region. */
    public boolean standsAlone() {
        return ordinal() <= LOCALITY.ordinal();
    }
}
