package uplink.billing.payment.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A slice of the list of payments for the console, newest first.
 *
 * @param contract how the contract's number begins
 * @param first rows to skip
 * @param size 1 to 200
 */
public record PaymentQuery(
        @Nullable UUID customerId,
        @Nullable PaymentStatus status,
        @Nullable PaymentMethod method,
        @Nullable String contract,
        boolean ascending,
        int first,
        int size) {

    /** All payments of a customer. */
    public static PaymentQuery of(UUID customer, int first, int size) {
        return new PaymentQuery(customer, null, null, null, false, first, size);
    }
}
