package uplink.customer.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer in a list.
 *
 * @param address the first contract's, in one line
 * @param tags sorted
 * @param services subscriptions that are not cancelled
 */
public record CustomerRow(
        UUID id,
        CustomerKind kind,
        String fullName,
        String contractNumber,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        CustomerStatus status,
        BigDecimal balance,
        String currency,
        int services,
        List<String> tags,
        Instant createdAt) {

    public CustomerRow {
        tags = List.copyOf(tags);
    }
}
