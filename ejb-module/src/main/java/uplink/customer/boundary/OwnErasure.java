package uplink.customer.boundary;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the customer who asks has wished about being forgotten, and the provider's answer. */
public record OwnErasure(
        UUID id, ErasureStatus status, @Nullable String reason, @Nullable String answer, Instant createdAt) {}
