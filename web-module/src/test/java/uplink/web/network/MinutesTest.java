package uplink.web.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MinutesTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    @Test
    void whatNobodyChangedStaysToTheSecond() {
        Instant before = Instant.parse("2026-11-30T09:15:42.123Z");
        LocalDateTime shown = LocalDateTime.parse("2026-11-30T12:15");
        assertEquals(shown, Minutes.shown(before, MOSCOW));
        assertEquals(before, Minutes.read(shown, before, MOSCOW));
        assertEquals(
                Instant.parse("2026-11-30T09:16:00Z"), Minutes.read(shown.plusMinutes(1), before, MOSCOW), "changed");
        assertEquals(Instant.parse("2026-11-30T09:15:00Z"), Minutes.read(shown, null, MOSCOW), "new");
    }

    @Test
    void anEmptyFieldIsNoMoment() {
        assertNull(Minutes.shown(null, MOSCOW));
        assertNull(Minutes.read(null, Instant.EPOCH, MOSCOW));
    }
}
