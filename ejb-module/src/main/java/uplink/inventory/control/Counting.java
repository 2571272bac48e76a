package uplink.inventory.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uplink.inventory.boundary.DeviceRow;
import uplink.inventory.boundary.DeviceState;
import uplink.inventory.boundary.StockDifference;
import uplink.shared.Macs;

/** Labels that were read in a warehouse, held against what should be there. */
public final class Counting {

    /** As they were read, by what all their spellings have in common. */
    private final Map<String, String> labels = new LinkedHashMap<>();

    public Counting(List<String> read) {
        for (String label : read) {
            String key = Macs.key(label);
            if (!key.isEmpty()) {
                labels.putIfAbsent(key, label.strip());
            }
        }
    }

    public Set<String> keys() {
        return labels.keySet();
    }

    /** Those of them that are MACs. */
    public List<String> macs() {
        return labels.values().stream()
                .flatMap(label -> Macs.normalized(label).stream())
                .toList();
    }

    /** What differs at the moment. */
    public StockDifference difference(DeviceLists lists, UUID warehouse) {
        List<DeviceRow> expected = lists.inWarehouse(warehouse);
        List<DeviceRow> read = lists.labelled(keys(), macs());
        Set<UUID> seen = read.stream().map(DeviceRow::id).collect(Collectors.toSet());
        List<DeviceRow> brought = new ArrayList<>();
        List<DeviceRow> customers = new ArrayList<>();
        read.stream()
                .filter(device -> !warehouse.equals(device.place().warehouseId()))
                .forEach(device -> (device.place().state() == DeviceState.CUSTOMER ? customers : brought).add(device));
        List<DeviceRow> missing =
                expected.stream().filter(device -> !seen.contains(device.id())).toList();
        return new StockDifference(
                expected.size(), labels.size(), missing, brought, customers, unknown(read), Seen.of(missing, brought));
    }

    private List<String> unknown(List<DeviceRow> read) {
        Map<String, String> left = new LinkedHashMap<>(labels);
        for (DeviceRow device : read) {
            String mac = device.mac();
            left.remove(Macs.key(device.serial()));
            left.remove(mac == null ? "" : Macs.key(mac));
        }
        return List.copyOf(left.values());
    }
}
