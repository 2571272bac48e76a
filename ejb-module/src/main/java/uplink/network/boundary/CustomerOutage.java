package uplink.network.boundary;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outage at a customer's address.
 *
 * @param status planned or current
 * @param address theirs, in one line
 * @param since when service went, or is going to
 */
public record CustomerOutage(
        UUID id,
        OutageStatus status,
        String address,
        String reasonRu,
        String reasonEn,
        Instant since,
        @Nullable Instant expectedEnd) {}
