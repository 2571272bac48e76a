package uplink.customer.boundary;

import uplink.shared.Coded;

/** What there is one of: of two customers who are one it is said whose stays. */
public enum MergeField implements Coded {
    FULL_NAME,
    INN,
    EMAIL,
    PHONE,
    LOCALE,
    REQUISITES,
    SIGN_IN
}
