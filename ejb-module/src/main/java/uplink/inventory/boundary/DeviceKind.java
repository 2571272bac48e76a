package uplink.inventory.boundary;

import uplink.shared.Coded;

/** What a device does. */
public enum DeviceKind implements Coded {
    ROUTER,
    ONU,
    SET_TOP_BOX,
    SWITCH,
    ACCESS_POINT,
    CAMERA,
    OTHER
}
