package uplink.billing.payment.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment that a customer has begun.
 *
 * @param confirmationUrl where to confirm it; there is none when nothing is to be confirmed, or not yet known when the
 *     provider did not answer
 */
public record PaymentStarted(UUID id, PaymentStatus status, @Nullable String confirmationUrl) {}
