package uplink.inventory.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device that the customer who asks has.
 *
 * @param since the day on which it was handed over
 * @param price what was agreed: once for a sale, for a period of a rent; null: nothing is paid
 */
public record OwnDevice(
        UUID id,
        DeviceKind kind,
        String vendor,
        String model,
        String serial,
        @Nullable String mac,
        DeviceTerms terms,
        LocalDate since,
        @Nullable BigDecimal price,
        String currency) {}
