package uplink.billing.ledger.boundary;

import uplink.shared.Coded;

/** What a transfer is for. */
public enum TransferType implements Coded {
    /** An invoice's net sum: customer → revenue. */
    INVOICE,
    /** An invoice's tax: customer → tax. */
    TAX,
    /** A credit note's net sum or tax: revenue or tax → customer. */
    CREDIT_NOTE,
    /** Daily shares, before their invoice gathers them. */
    DAILY,
    PAYMENT,
    ADJUSTMENT,
    OPENING,
    /** What was entered by mistake: customer → where it seemed to have come from. */
    REVERSAL,
    /** Money given back: customer → where it had come from. */
    REFUND,
    /** Money that a provider has taken back: customer → the provider. */
    CHARGEBACK,
    /** Credit paid out: customer → cash desk or bank. */
    PAYOUT,
    /** Money in a bank statement, before it is known whose it is: clearing → unmatched. */
    BANK_ENTRY
}
