package uplink.customer.boundary;

import uplink.shared.Coded;

/** What became of the wish to be forgotten. */
public enum ErasureStatus implements Coded {
    REQUESTED,
    WITHDRAWN,
    REFUSED,
    DONE
}
