package uplink.inventory.boundary;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A model of devices.
 *
 * @param price of a sale, tax included as the tax class says; null: it is not sold
 * @param rentTariffId the add-on of the catalogue that is charged while a customer rents one; null: it is not let
 * @param rent that add-on's price today; null: it has none today
 * @param devices how many there are that are not written off; null where they are not counted
 * @param version for {@code If-Match}
 */
public record DeviceModel(
        UUID id,
        String vendor,
        String name,
        DeviceKind kind,
        @Nullable BigDecimal price,
        String currency,
        String taxClass,
        @Nullable UUID rentTariffId,
        @Nullable BigDecimal rent,
        boolean active,
        @Nullable Integer devices,
        int version) {

    /** As people call it. */
    public String label() {
        return vendor + " " + name;
    }
}
