package uplink.connection.boundary;

import java.time.LocalDate;
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
}
