package uplink.billing.policy.boundary;

import uplink.shared.Coded;

/** What a policy is about. */
public enum PolicySubject implements Coded {
    /** Due dates, reminders, suspension, write-off. */
    DUNNING,
    /** Promised payment. */
    PROMISE,
    /** Voluntary freeze. */
    FREEZE
}
