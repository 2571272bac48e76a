package uplink.customer.boundary;

import uplink.shared.Coded;

/** Whether somebody is a customer still. */
public enum CustomerStatus implements Coded {
    ACTIVE,
    CLOSED
}
