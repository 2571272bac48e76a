package uplink.billing.refund.boundary;

import uplink.shared.Coded;

/** Why money goes back. */
public enum RefundKind implements Coded {
    /** We give it back. */
    REFUND,
    /** The provider has taken it back by itself, for the payer or at its own desk. */
    CHARGEBACK,
    /** It was never taken: a cash payment entered by mistake. */
    REVERSAL
}
