package uplink.customer.boundary;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has consented to.
 *
 * @param source how it was given
 * @param withdrawnOn null: it holds
 * @param withdrawnBy how it was withdrawn
 */
public record Consent(
        UUID id,
        UUID customerId,
        ConsentKind kind,
        LocalDate givenOn,
        ConsentSource source,
        @Nullable LocalDate withdrawnOn,
        @Nullable ConsentSource withdrawnBy) {}
