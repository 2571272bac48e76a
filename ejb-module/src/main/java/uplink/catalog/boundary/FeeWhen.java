package uplink.catalog.boundary;

import uplink.shared.Coded;

/** When a change costs its fee. */
public enum FeeWhen implements Coded {
    ALWAYS,
    /** Only to a cheaper tariff. */
    DOWN,
    /** Only when it is not to wait for the next period. */
    AT_ONCE
}
