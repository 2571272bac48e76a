package uplink.connection.boundary;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A crew goes out at the same hours on some days.
 *
 * @param from the first day
 * @param to the last one; null: that day only; at most 62 days
 * @param weekdays 1 is Monday; empty: every day
 * @param area where; null: anywhere
 * @param capacity how many visits it can make meanwhile, 1 to 50
 */
public record NewShifts(
        LocalDate from,
        @Nullable LocalDate to,
        Set<Integer> weekdays,
        LocalTime starts,
        LocalTime ends,
        @Nullable String area,
        int capacity) {

    public NewShifts {
        weekdays = weekdays == null ? Set.of() : Set.copyOf(weekdays);
    }
}
