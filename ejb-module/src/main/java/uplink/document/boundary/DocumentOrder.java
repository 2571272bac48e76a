package uplink.document.boundary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A paper that is wanted.
 *
 * @param kind {@code act} or {@code statement}
 * @param from first day; of an act the first of a month that is over
 * @param to the day after the last, at most tomorrow; of an act it may be left out
 */
public record DocumentOrder(@Nullable DocumentKind kind, @Nullable LocalDate from, @Nullable LocalDate to) {}
