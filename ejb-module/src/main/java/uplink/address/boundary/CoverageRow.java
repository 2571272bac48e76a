package uplink.address.boundary;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one technology at a place. With neither date it is known not to be there, whatever is said of the larger
 * place.
 *
 * @param placeId of which it is said: the place that was asked for, or one that it lies within
 * @param placeLine the same in one line
 * @param speedDown at most, kbit/s; null: nobody has said
 * @param speedUp at most, kbit/s
 * @param availableFrom since when it can be had, or from when it is certain to be; null: not
 * @param plannedFrom when it is hoped for; null: nothing is planned, or it is there
 * @param version for {@code If-Match}
 */
public record CoverageRow(
        UUID id,
        UUID placeId,
        String placeLine,
        Technology technology,
        @Nullable Integer speedDown,
        @Nullable Integer speedUp,
        @Nullable LocalDate availableFrom,
        @Nullable LocalDate plannedFrom,
        @Nullable LocalDate endedOn,
        @Nullable String note,
        int version) {

    /** Whether it can be had on that day. */
    public boolean isAvailable(LocalDate day) {
        return availableFrom != null && !availableFrom.isAfter(day);
    }

    /** Whether it is to come after that day. */
    public boolean isPlanned(LocalDate day) {
        return plannedFrom != null || availableFrom != null && availableFrom.isAfter(day);
    }
}
