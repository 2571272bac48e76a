package uplink.retention.boundary;

import uplink.shared.Coded;

/** What a rule counts in. */
public enum RetentionUnit implements Coded {
    DAYS,
    MONTHS
}
