package uplink.network.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Service is down at some places, or is going to be.
 *
 * @param note for staff only
 * @param customers with active services there, when it was last written
 * @param version for {@code If-Match}
 */
public record Outage(
        UUID id,
        OutageStatus status,
        List<OutagePlace> places,
        String reasonRu,
        String reasonEn,
        @Nullable String note,
        Instant startsAt,
        @Nullable Instant expectedEnd,
        @Nullable Instant endedAt,
        int customers,
        Instant createdAt,
        int version) {

    public Outage {
        places = List.copyOf(places);
    }

    /** Whether something of it may still be changed. */
    public boolean open() {
        return status == OutageStatus.PLANNED || status == OutageStatus.CURRENT;
    }
}
