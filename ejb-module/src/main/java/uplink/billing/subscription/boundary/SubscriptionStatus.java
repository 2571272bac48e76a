package uplink.billing.subscription.boundary;

import uplink.shared.Coded;

/** Suspended: by the provider, for debt. Frozen: by the customer's own wish. Neither is charged. */
public enum SubscriptionStatus implements Coded {
    PENDING,
    ACTIVE,
    SUSPENDED,
    FROZEN,
    CANCELLED
}
