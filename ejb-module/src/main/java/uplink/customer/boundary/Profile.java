package uplink.customer.boundary;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer as the customer sees it. */
public record Profile(
        UUID id,
        CustomerKind kind,
        String fullName,
        String contractNumber,
        @Nullable String email,
        @Nullable String phone,
        String locale,
        CustomerStatus status,
        BigDecimal balance,
        BigDecimal creditLimit,
        String currency,
        int version) {}
