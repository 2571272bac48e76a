package uplink.notification.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quiet by the clock on the customer's wall, whatever is done to that clock. */
class QuietHoursTest {

    @ParameterizedTest
    @CsvSource({
        // over midnight
        "22:00, 08:00, Europe/Moscow, 2026-12-01T18:59:59Z, ",
        "22:00, 08:00, Europe/Moscow, 2026-12-01T19:00:00Z, 2026-12-02T05:00:00Z",
        "22:00, 08:00, Europe/Moscow, 2026-12-02T04:59:59Z, 2026-12-02T05:00:00Z",
        "22:00, 08:00, Europe/Moscow, 2026-12-02T05:00:00Z, ",
        // within a day
        "13:00, 14:30, Europe/Moscow, 2026-12-01T10:00:00Z, 2026-12-01T11:30:00Z",
        "13:00, 14:30, Europe/Moscow, 2026-12-01T11:30:00Z, ",
        // the same moment is day in the east and night in the west
        "22:00, 08:00, Asia/Vladivostok, 2026-12-01T22:00:00Z, ",
        "22:00, 08:00, Europe/Kaliningrad, 2026-12-01T22:00:00Z, 2026-12-02T06:00:00Z",
        // the night in which clocks are put forward is an hour shorter
        "22:00, 08:00, Europe/Berlin, 2026-03-28T21:00:00Z, 2026-03-29T06:00:00Z",
        // the end does not exist: 02:30 is jumped over at 02:00
        "22:00, 02:30, Europe/Berlin, 2026-03-29T00:59:00Z, 2026-03-29T01:00:00Z",
        "22:00, 02:30, Europe/Berlin, 2026-03-29T01:00:00Z, ",
        // the night in which they are put back is an hour longer
        "22:00, 08:00, Europe/Berlin, 2026-10-24T20:00:00Z, 2026-10-25T07:00:00Z",
        // the end comes twice: at the first one it is loud, when the clocks are put back it is quiet once more
        "22:00, 02:30, Europe/Berlin, 2026-10-25T00:10:00Z, 2026-10-25T00:30:00Z",
        "22:00, 02:30, Europe/Berlin, 2026-10-25T00:45:00Z, ",
        "22:00, 02:30, Europe/Berlin, 2026-10-25T01:10:00Z, 2026-10-25T01:30:00Z",
        "22:00, 02:30, Europe/Berlin, 2026-10-25T01:30:00Z, ",
    })
    void itIsOverWhenTheClocksShowTheEnd(String from, String to, String zone, String at, String over) {
        QuietHours quiet = new QuietHours(LocalTime.parse(from), LocalTime.parse(to), ZoneId.of(zone));
        assertEquals(Optional.ofNullable(over).map(Instant::parse), quiet.over(Instant.parse(at)));
    }

    /** Whatever the zone does in a year: who waits until the end is not told to wait on from there. */
    @Test
    void theEndIsTheEnd() {
        for (String zone : new String[] {
            "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Omsk", "Europe/Volgograd"
        }) {
            QuietHours quiet = new QuietHours(LocalTime.of(21, 45), LocalTime.of(2, 15), ZoneId.of(zone));
            for (Instant at = Instant.parse("2026-01-01T00:00:00Z");
                    at.isBefore(Instant.parse("2027-01-02T00:00:00Z"));
                    at = at.plusSeconds(600)) {
                Instant moment = at;
                quiet.over(at).ifPresent(end -> {
                    assertEquals(true, end.isAfter(moment), zone + " " + moment);
                    assertEquals(Optional.empty(), quiet.over(end), zone + " " + moment + " to " + end);
                });
            }
        }
    }
}
