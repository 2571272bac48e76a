package uplink.address.boundary;

import uplink.shared.Coded;

/** How a house is connected. */
public enum Technology implements Coded {
    /** Fibre to the building, copper to the flat. */
    FTTB,
    /** Copper from a neighbouring house. */
    ETHERNET,
    /** Fibre to the flat. */
    GPON,
    /** Over the cable of television. */
    DOCSIS,
    /** Over a telephone line. */
    DSL,
    /** Over the air. */
    WIRELESS
}
