package uplink.connection.boundary;

import uplink.shared.Coded;

/** How far a visit has come. */
public enum WorkOrderStatus implements Coded {
    OPEN,
    DONE,
    CALLED_OFF
}
