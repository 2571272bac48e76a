package uplink.customer.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of two customers who may be the same. */
public record DuplicateSide(
        UUID customerId,
        String contractNumber,
        CustomerKind kind,
        String fullName,
        @Nullable String inn,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        CustomerStatus status,
        int services,
        BigDecimal balance,
        String currency,
        Instant createdAt) {}
