package uplink.billing.subscription.boundary;

import uplink.shared.Coded;

/** What became of the wish to end a contract. */
public enum TerminationStatus implements Coded {
    REQUESTED,
    AGREED,
    REFUSED,
    WITHDRAWN
}
