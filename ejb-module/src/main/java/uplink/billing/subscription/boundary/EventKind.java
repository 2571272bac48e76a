package uplink.billing.subscription.boundary;

import uplink.shared.Coded;

/** What can happen to a subscription. */
public enum EventKind implements Coded {
    START,
    CHANGE,
    PAUSE,
    RESUME,
    CANCEL,
    FEE,
    /** Withdraws an event that was only planned. */
    VOID
}
