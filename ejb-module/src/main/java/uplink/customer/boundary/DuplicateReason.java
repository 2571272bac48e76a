package uplink.customer.boundary;

import uplink.shared.Coded;

/** What two customers share; home is the house of the tree or, where that is not known, the words, and the flat. */
public enum DuplicateReason implements Coded {
    INN,
    PHONE,
    EMAIL,
    NAME_AND_HOME
}
