package uplink.catalog.boundary;

import uplink.shared.Coded;

/** The length of a billing period as an ISO 8601 duration (rating.md, rule 3). */
public enum Period implements Coded {
    P1D,
    P1M,
    P3M,
    P1Y;

    @Override
    public String code() {
        return name();
    }
}
