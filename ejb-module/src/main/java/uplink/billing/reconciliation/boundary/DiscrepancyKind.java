package uplink.billing.reconciliation.boundary;

import uplink.shared.Coded;

/** How a payment here and the provider's register do not agree. */
public enum DiscrepancyKind implements Coded {
    /** The provider has money that is not booked here. */
    MISSING_HERE,
    /** What is booked here the provider does not have. */
    MISSING_THERE,
    /** Both have it, but not the same sum. */
    DIFFERENT_SUM,
    /** The provider has taken back more than is left of a payment: what is left stands as ours. */
    TAKEN_BACK
}
