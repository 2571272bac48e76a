package uplink.address.boundary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What can be had at a place.
 *
 * @param speedDown at most, kbit/s; null: nobody has said
 * @param speedUp at most, kbit/s
 * @param from when it is to come; null: it is there
 */
public record FeasibleTechnology(
        Technology technology, @Nullable Integer speedDown, @Nullable Integer speedUp, @Nullable LocalDate from) {}
