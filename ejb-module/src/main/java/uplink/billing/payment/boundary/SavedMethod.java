package uplink.billing.payment.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A card that the provider keeps for later payments. Its number is known to nobody here.
 *
 * @param brand as the provider calls it
 * @param last4 the last four digits
 * @param expiresOn the first day on which it is good no more
 */
public record SavedMethod(
        UUID id, String provider, String brand, String last4, @Nullable LocalDate expiresOn, Instant savedAt) {}
