package uplink.notification.control.sms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a text is cut into short messages. */
class SmsTextTest {

    @ParameterizedTest
    @CsvSource({
        "a, 160, 1, 160", "a, 161, 2, 153", "a, 306, 2, 153", "a, 307, 3, 153",
        "ж, 70, 1, 140", "ж, 71, 2, 134", "ж, 134, 2, 134", "ж, 135, 3, 134",
        // of the extension: each counts twice
        "€, 80, 1, 160", "€, 81, 2, 152", "€, 152, 2, 152", "€, 153, 3, 152",
        // outside of the basic plane: two units of UCS-2 each
        "😀, 35, 1, 140", "😀, 36, 2, 132", "😀, 66, 2, 132", "😀, 67, 3, 132"
    })
    void aPartHoldsWhatTheStandardSays(String character, int times, int parts, int octetsOfTheFirst) {
        SmsText text = SmsText.of(character.repeat(times), 7);
        assertEquals(parts, text.parts().size());
        assertEquals(octetsOfTheFirst, text.parts().get(0).length - (parts > 1 ? 6 : 0));
    }

    @Test
    void everyPartSaysWhichOneItIs() {
        List<byte[]> parts = SmsText.of("a".repeat(400), 0xC7).parts();
        for (int i = 0; i < parts.size(); i++) {
            assertArrayEquals(new byte[] {5, 0, 3, (byte) 0xC7, 3, (byte) (i + 1)}, Arrays.copyOf(parts.get(i), 6));
        }
    }

    @Test
    void noCharacterIsCutInTwo() {
        for (int before = 60; before < 75; before++) {
            String text = "ж".repeat(before) + "👩‍👩‍👧‍👦🇷🇺😀".repeat(12);
            SmsText sms = SmsText.of(text, 1);
            for (byte[] part : sms.parts()) {
                String piece = new String(part, 6, part.length - 6, StandardCharsets.UTF_16BE);
                assertFalse(Character.isLowSurrogate(piece.charAt(0)), text);
                assertFalse(Character.isHighSurrogate(piece.charAt(piece.length() - 1)), text);
                assertTrue(part.length <= 140, text);
            }
            assertEquals(text, new String(joined(sms), StandardCharsets.UTF_16BE));
        }
        for (int before = 145; before < 160; before++) {
            SmsText sms = SmsText.of("a".repeat(before) + "[€]".repeat(50), 1);
            assertFalse(sms.ucs2());
            for (byte[] part : sms.parts()) {
                assertNotEquals(0x1B, part[part.length - 1], "an escape without what it escapes");
                assertTrue(part.length <= 6 + 153);
            }
            assertEquals(before + 50 * 6, joined(sms).length);
        }
    }

    @Test
    void aHalfOfACharacterHurtsNobody() {
        SmsText sms = SmsText.of("ж".repeat(66) + "\uD83D".repeat(10), 1);
        assertEquals(2, sms.parts().size());
    }

    @Test
    void theAlphabetOfGsmIsTheStandards() {
        assertArrayEquals(
                new byte[] {0x00, 0x02, 0x1B, 0x65, 0x11, 0x41, 0x7F, 0x40, 0x5F, 0x0A, 0x24},
                SmsText.of("@$€_Aà¡§\n¤", 0).parts().get(0));
        assertArrayEquals(
                new byte[] {
                    0x1B, 0x3C, 0x1B, 0x3E, 0x1B, 0x28, 0x1B, 0x29, 0x1B, 0x2F, 0x1B, 0x3D, 0x1B, 0x40, 0x1B, 0x14
                },
                SmsText.of("[]{}\\~|^", 0).parts().get(0));
        assertTrue(SmsText.of("`", 0).ucs2(), "not in the alphabet");
        assertTrue(SmsText.of("\u001b", 0).ucs2(), "the escape is no character");
    }

    @Test
    void blanksThatDoNotBreakAreBlanks() {
        SmsText sms = SmsText.of("1\u00a0650,00\u202fRUB\r\n", 0);
        assertFalse(sms.ucs2());
        assertArrayEquals(
                "1 650,00 RUB\n".getBytes(StandardCharsets.US_ASCII),
                sms.parts().get(0));
    }

    private static byte[] joined(SmsText sms) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        sms.parts().forEach(part -> all.write(part, 6, part.length - 6));
        return all.toByteArray();
    }
}
