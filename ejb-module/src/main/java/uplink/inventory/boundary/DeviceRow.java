package uplink.inventory.boundary;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device.
 *
 * @param mac as {@code A4:2B:B0:C1:D2:E3}
 * @param since when it came where it is
 * @param rentId the subscription by which its rent is paid
 * @param version for {@code If-Match}
 */
public record DeviceRow(
        UUID id,
        String serial,
        @Nullable String mac,
        UUID modelId,
        String vendor,
        String model,
        DeviceKind kind,
        DevicePlace place,
        Instant since,
        @Nullable UUID rentId,
        int version) {}
