package uplink.inventory.boundary;

import uplink.shared.Coded;

/** Where a device is: in a warehouse, with a crew, with a customer, in repair, or gone. */
public enum DeviceState implements Coded {
    STOCK,
    CREW,
    CUSTOMER,
    REPAIR,
    WRITTEN_OFF
}
