package uplink.address.boundary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a technology at a place. With neither date: it is not there, whatever is said of the larger place.
 *
 * @param speedDown at most, kbit/s, above zero
 * @param speedUp at most, kbit/s, above zero
 * @param note for staff; at most 500 characters
 */
public record NewCoverage(
        Technology technology,
        @Nullable Integer speedDown,
        @Nullable Integer speedUp,
        @Nullable LocalDate availableFrom,
        @Nullable LocalDate plannedFrom,
        @Nullable String note) {}
