package uplink.inventory.boundary;

import java.util.List;

/** What a delivery brought, in the order in which it was read. */
public record Received(List<DeviceRow> devices) {

    public Received {
        devices = List.copyOf(devices);
    }
}
