package uplink.shared.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.shared.SystemTime;

class ScheduleTest {

    @ParameterizedTest
    @CsvSource({
        "Europe/Moscow,   2026-12-01T02:59:59+03:00, 03:00, 2026-11-30T03:00:00+03:00",
        "Europe/Moscow,   2026-12-01T03:00:00+03:00, 03:00, 2026-12-01T03:00:00+03:00",
        "Europe/Moscow,   2026-12-01T23:59:59+03:00, 03:00, 2026-12-01T03:00:00+03:00",
        // the day is the operator's, not Greenwich's
        "Asia/Vladivostok, 2026-12-01T00:06:00+10:00, 00:05, 2026-12-01T00:05:00+10:00",
        // 02:30 does not exist on that day in Berlin: it moves on by the gap
        "Europe/Berlin,   2026-03-29T03:29:59+02:00, 02:30, 2026-03-28T02:30:00+01:00",
        "Europe/Berlin,   2026-03-29T03:30:00+02:00, 02:30, 2026-03-29T03:30:00+02:00",
        // 02:30 comes twice on that day: the first one counts, also after the second
        "Europe/Berlin,   2026-10-25T02:30:00+02:00, 02:30, 2026-10-25T02:30:00+02:00",
        "Europe/Berlin,   2026-10-25T02:45:00+01:00, 02:30, 2026-10-25T02:30:00+02:00",
        "Europe/Moscow,   2028-02-29T12:00:00+03:00, 03:00, 2028-02-29T03:00:00+03:00",
    })
    void dailyIsTheLatestThatIsNotInTheFuture(String zone, String now, LocalTime at, String due) {
        Clock clock = Clock.fixed(instant(now), ZoneId.of(zone));
        assertEquals(instant(due), Schedule.daily(at).lastDue(clock));
    }

    @Test
    void everyCountsFromTheEpochByTheMachinesTime() {
        Clock elsewhere = Clock.fixed(Instant.EPOCH, ZoneId.of("UTC"));
        Instant due = Schedule.every(Duration.ofMinutes(10)).lastDue(elsewhere);
        assertEquals(0, due.getEpochSecond() % 600);
        assertFalse(due.isAfter(SystemTime.now()));
        assertFalse(due.isBefore(SystemTime.now().minusSeconds(601)));
    }

    @Test
    void aPeriodUnderASecondIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Schedule.every(Duration.ofMillis(999)));
    }

    private static Instant instant(String text) {
        return java.time.OffsetDateTime.parse(text).toInstant();
    }
}
