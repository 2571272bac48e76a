package uplink.billing.promise.boundary;

import uplink.shared.Coded;

/** What became of a promise. */
public enum PromiseStatus implements Coded {
    ACTIVE,
    /** What was overdue is paid. */
    KEPT,
    /** Its term was over before. */
    BROKEN
}
