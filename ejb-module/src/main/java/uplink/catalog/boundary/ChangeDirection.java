package uplink.catalog.boundary;

import uplink.shared.Coded;

/** Which way customers may change by themselves, by the price of a year: to dearer tariffs, to cheaper ones, or both. */
public enum ChangeDirection implements Coded {
    ANY,
    UP,
    DOWN
}
