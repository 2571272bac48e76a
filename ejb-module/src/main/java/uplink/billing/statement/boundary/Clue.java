package uplink.billing.statement.boundary;

import uplink.shared.Coded;

/** Why money is thought to be a customer's. The first three match by themselves where nothing disagrees. */
public enum Clue implements Coded {
    CONTRACT,
    INVOICE,
    INN,
    /** A person said so. */
    HAND,
    /** Money from the same account was this customer's before. */
    BEFORE,
    NAME
}
