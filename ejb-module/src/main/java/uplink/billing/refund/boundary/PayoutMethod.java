package uplink.billing.refund.boundary;

import uplink.shared.Coded;

/** How credit is paid out. */
public enum PayoutMethod implements Coded {
    /** Out of the cash desk. */
    CASH,
    /** To an account at a bank. */
    BANK
}
