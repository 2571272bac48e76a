package uplink.inventory.boundary;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A model to be added, or what an existing one shall be from now on.
 *
 * @param price null: it is not sold
 * @param currency null: the installation's
 * @param taxClass null: {@code standard}
 * @param rentTariffId an add-on; null: it is not let
 */
public record NewDeviceModel(
        String vendor,
        String name,
        DeviceKind kind,
        @Nullable BigDecimal price,
        @Nullable String currency,
        @Nullable String taxClass,
        @Nullable UUID rentTariffId,
        @Nullable Boolean active) {}
