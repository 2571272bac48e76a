package uplink.connection.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as the customer who made it sees it.
 *
 * @param visitOn when a crew comes, or has come, between visitFrom and visitTo
 * @param reason why it was refused; null otherwise
 */
public record MyApplication(
        UUID id,
        String number,
        ApplicationStatus status,
        Instant statusAt,
        String address,
        @Nullable String tariff,
        @Nullable String comment,
        @Nullable String reason,
        boolean awaitsCoverage,
        @Nullable LocalDate visitOn,
        @Nullable LocalTime visitFrom,
        @Nullable LocalTime visitTo,
        Instant createdAt) {}
