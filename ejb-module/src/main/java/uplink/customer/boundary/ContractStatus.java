package uplink.customer.boundary;

import uplink.shared.Coded;

/** Where a contract stands. */
public enum ContractStatus implements Coded {
    DRAFT,
    ACTIVE,
    SUSPENDED,
    TERMINATED
}
