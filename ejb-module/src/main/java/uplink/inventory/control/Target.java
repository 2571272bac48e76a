package uplink.inventory.control;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.inventory.boundary.DeviceState;
import uplink.inventory.boundary.DeviceTerms;

/**
 * Where a device goes, and what is charged for that.
 *
 * @param fee the event that charges a sale
 * @param rent the subscription by which a rent is paid
 */
public record Target(
        DeviceState state,
        @Nullable UUID warehouse,
        @Nullable UUID crew,
        @Nullable UUID customer,
        @Nullable DeviceTerms terms,
        @Nullable UUID fee,
        @Nullable UUID rent,
        @Nullable BigDecimal price) {

    public static Target stock(UUID warehouse) {
        return new Target(DeviceState.STOCK, warehouse, null, null, null, null, null, null);
    }

    public static Target crew(UUID user) {
        return new Target(DeviceState.CREW, null, user, null, null, null, null, null);
    }

    public static Target repair() {
        return new Target(DeviceState.REPAIR, null, null, null, null, null, null, null);
    }

    public static Target writtenOff() {
        return new Target(DeviceState.WRITTEN_OFF, null, null, null, null, null, null, null);
    }

    static Target loan(UUID customer) {
        return new Target(DeviceState.CUSTOMER, null, null, customer, DeviceTerms.LOAN, null, null, null);
    }

    static Target sale(UUID customer, UUID fee, BigDecimal price) {
        return new Target(DeviceState.CUSTOMER, null, null, customer, DeviceTerms.SALE, fee, null, price);
    }

    static Target rent(UUID customer, UUID rent, @Nullable BigDecimal price) {
        return new Target(DeviceState.CUSTOMER, null, null, customer, DeviceTerms.RENT, null, rent, price);
    }
}
