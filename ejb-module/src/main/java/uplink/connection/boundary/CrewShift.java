package uplink.connection.boundary;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a crew goes out.
 *
 * @param area where; null: anywhere
 * @param capacity how many visits it can make meanwhile
 * @param booked how many are appointed
 */
public record CrewShift(
        UUID id,
        UUID crewId,
        String crew,
        LocalDate day,
        LocalTime starts,
        LocalTime ends,
        @Nullable String area,
        int capacity,
        int booked) {

    /** How many more it can make. */
    public int free() {
        return capacity - booked;
    }

    /** Whether nobody comes in it any more, at that time of the operator's. */
    public boolean isOver(LocalDateTime now) {
        return !day.atTime(ends).isAfter(now);
    }
}
