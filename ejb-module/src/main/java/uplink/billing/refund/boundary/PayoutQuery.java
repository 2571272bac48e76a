package uplink.billing.refund.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A slice of the list of pay-outs for the console, newest first.
 *
 * @param customer null: everybody's
 * @param first rows to skip
 * @param size 1 to 200
 */
public record PayoutQuery(@Nullable UUID customer, @Nullable PayoutStatus status, int first, int size) {}
