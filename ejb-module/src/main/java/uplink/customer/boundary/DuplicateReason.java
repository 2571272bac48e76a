package uplink.customer.boundary;

import uplink.shared.Coded;

/** What two customers share: a document by its kind and number; home is the house of the tree or, where that is not known, the words, and the flat. */
public enum DuplicateReason implements Coded {
    INN,
    DOCUMENT,
    PHONE,
    EMAIL,
    NAME_AND_HOME
}
