package uplink.inventory.boundary;

import java.util.List;

/**
 * How what was counted differs from what should be there.
 *
 * @param expected how many should be there
 * @param counted how many labels were read
 * @param missing should be there and were not read: closing writes them off
 * @param brought were read, and should be in another warehouse, with a crew, in repair or gone: closing puts them here
 * @param customers were read, and should be with customers: nothing is done about them, since that may end a rent
 * @param unknown labels of no device
 * @param seen names what is missing and brought, and when each has moved last: closing acts on exactly that
 */
public record StockDifference(
        int expected,
        int counted,
        List<DeviceRow> missing,
        List<DeviceRow> brought,
        List<DeviceRow> customers,
        List<String> unknown,
        String seen) {

    public StockDifference {
        missing = List.copyOf(missing);
        brought = List.copyOf(brought);
        customers = List.copyOf(customers);
        unknown = List.copyOf(unknown);
    }

    /** Whether everything is where it should be. */
    public boolean isNone() {
        return missing.isEmpty() && brought.isEmpty() && customers.isEmpty() && unknown.isEmpty();
    }
}
