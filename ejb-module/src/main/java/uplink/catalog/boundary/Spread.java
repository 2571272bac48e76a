package uplink.catalog.boundary;

import uplink.shared.Coded;

/** One charge a period, or a share of it each day. */
public enum Spread implements Coded {
    PERIOD,
    DAILY
}
