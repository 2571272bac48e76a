package uplink.inventory.boundary;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which customer gets a device, and on what terms.
 *
 * @param serviceId the service with which a sale or rent is charged; null: the customer's oldest
 * @param price another one than the model's or the add-on's
 */
public record DeviceIssue(
        UUID customerId,
        DeviceTerms terms,
        @Nullable UUID serviceId,
        @Nullable BigDecimal price,
        @Nullable String reason,
        @Nullable String document) {}
