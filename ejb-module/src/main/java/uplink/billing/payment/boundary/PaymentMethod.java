package uplink.billing.payment.boundary;

import uplink.shared.Coded;

/** How the money came. */
public enum PaymentMethod implements Coded {
    CASH,
    BALANCE,
    CARD,
    SBP,
    TERMINAL,
    BANK,
    AUTOPAY
}
