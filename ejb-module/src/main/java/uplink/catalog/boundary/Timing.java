package uplink.catalog.boundary;

import uplink.shared.Coded;

/** Whether a period is charged when it begins or when it ends. */
public enum Timing implements Coded {
    ADVANCE,
    ARREARS
}
