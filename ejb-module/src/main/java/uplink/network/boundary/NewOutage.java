package uplink.network.boundary;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an outage shall say.
 *
 * @param reasonRu what everybody may read, as reasonEn; at most 500 characters
 * @param note what staff may read; at most 2,000 characters
 * @param startsAt may lie thirty days back or a year ahead; null: now, or as it was
 * @param expectedEnd when service is expected back; null: nobody can say
 */
public record NewOutage(
        List<OutagePlace> places,
        String reasonRu,
        String reasonEn,
        @Nullable String note,
        @Nullable Instant startsAt,
        @Nullable Instant expectedEnd) {}
