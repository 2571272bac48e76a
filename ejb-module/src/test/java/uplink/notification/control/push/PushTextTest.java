package uplink.notification.control.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.notification.control.channel.Message;
import uplink.shared.Json;

/** Texts that fit. */
class PushTextTest {

    @Test
    void whatFitsStaysAsItIs() {
        assertEquals("Счёт", PushText.cut("Счёт", 8));
        assertEquals(
                Optional.of("{\"title\":\"t\",\"body\":\"Счёт\"}"),
                PushText.fitting(message("t", "Счёт"), 100, alert -> alert));
        assertEquals(Optional.of("{\"body\":\"x\"}"), PushText.fitting(message("", "x"), 100, alert -> alert));
    }

    @Test
    void aCutGoesThroughNoCharacter() {
        assertEquals("Сч…", PushText.cut("Счёт", 7));
        for (int most = 3; most < 40; most++) {
            String cut = PushText.cut("a😀ж".repeat(10), most);
            assertTrue(cut.getBytes(StandardCharsets.UTF_8).length <= most);
            assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(cut), cut);
        }
    }

    @Test
    void whatJsonMakesLongerIsCutShorter() {
        // each of these is six bytes in JSON
        String json = PushText.fitting(message("t".repeat(500), "\u0001".repeat(5_000)), 3_993, alert -> alert)
                .orElseThrow();
        assertTrue(json.getBytes(StandardCharsets.UTF_8).length <= 3_993);
        assertTrue(String.valueOf(Json.readMap(json).get("body")).length() > 300, "and no shorter than it must");
    }

    @Test
    void whatLeavesNoRoomForATextDoesNotFit() {
        assertEquals(Optional.empty(), PushText.fitting(message("", "x"), 5, alert -> alert));
    }

    private static Message message(String subject, String text) {
        return new Message(UUID.randomUUID(), null, "x", subject, text, null, Locale.ENGLISH, Map.of());
    }
}
