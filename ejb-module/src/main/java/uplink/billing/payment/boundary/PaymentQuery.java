package uplink.billing.payment.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A slice of the list of payments for the console, newest first.
 *
 * @param first rows to skip
 * @param size 1 to 200
 */
public record PaymentQuery(
        @Nullable UUID customerId, @Nullable PaymentStatus status, boolean ascending, int first, int size) {}
