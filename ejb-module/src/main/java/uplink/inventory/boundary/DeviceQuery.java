package uplink.inventory.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which devices, in which order.
 *
 * @param text fragment of a serial or a MAC in any spelling; one or two signs are the beginning of a serial
 * @param first rows to skip
 * @param size 1 to 100 rows
 */
public record DeviceQuery(
        @Nullable String text,
        @Nullable DeviceState state,
        @Nullable UUID modelId,
        @Nullable UUID warehouseId,
        @Nullable UUID crewId,
        Sort sort,
        boolean ascending,
        int first,
        int size) {

    /** What a list of devices can be sorted by. */
    public enum Sort {
        RECEIVED,
        MOVED,
        SERIAL
    }

    public static DeviceQuery newest(
            @Nullable String text,
            @Nullable DeviceState state,
            @Nullable UUID modelId,
            @Nullable UUID warehouseId,
            @Nullable UUID crewId) {
        return new DeviceQuery(text, state, modelId, warehouseId, crewId, Sort.RECEIVED, false, 0, 100);
    }
}
