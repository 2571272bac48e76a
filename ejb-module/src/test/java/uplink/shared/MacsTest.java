package uplink.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacsTest {

    private static final long SEED = 20261130;

    @Test
    void everySpellingOfAMacIsTheSameOne() {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            long bits = random.nextLong() & 0xFEFF_FFFF_FFFFL;
            String hex = String.format("%012X", bits);
            String kept = hex.replaceAll("..(?!$)", "$0:");
            for (String spelled : spellings(hex)) {
                assertEquals(Optional.of(kept), Macs.normalized(spelled), () -> spelled + ", seed " + SEED);
                assertEquals(hex, Macs.key(spelled), spelled);
            }
            assertEquals(Optional.of(kept), Macs.normalized(kept), "what is kept is kept");
        }
    }

    private static List<String> spellings(String hex) {
        String low = hex.toLowerCase(Locale.ROOT);
        return List.of(
                hex,
                low,
                " " + hex + "\t",
                hex.replaceAll("..(?!$)", "$0-"),
                low.replaceAll("..(?!$)", "$0:"),
                low.replaceAll("..(?!$)", "$0\u2013"),
                low.replaceAll("..(?!$)", "$0 "),
                low.replaceAll("..(?!$)", "$0\u00a0"),
                low.replaceAll("....(?!$)", "$0."),
                hex.replaceAll("....(?!$)", "$0-"),
                hex.replaceAll("......(?!$)", "$0-"),
                low.replaceAll("0(.)(..)", "0$1$2").replaceAll("..(?!$)", "$0:").replaceAll("(^|:)0(?=.)", "$1"),
                hex.replace('A', 'А').replace('B', 'В').replace('C', 'С').replace('E', 'Е'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A4",
                "A4:2B:B0:C1:D2",
                "A4:2B:B0:C1:D2:E3:F4",
                "A4:2B:B0:C1:D2:EG",
                "A4:2B-B0:C1:D2:E3",
                "A-42BB0C1D2E3",
                "A42B.B0C1:D2E3",
                "A4::2B:B0:C1:D2:E3",
                "FF:FF:FF:FF:FF:FF",
                "01:00:5E:00:00:01",
                "00:00:00:00:00:00"
            })
    void whatIsNoDevicesMacIsNone(String written) {
        assertEquals(Optional.empty(), Macs.normalized(written));
    }

    @Test
    void aSerialIsKeptAsOnTheLabelAndComparedByItsLettersAndDigits() {
        assertEquals("KN-1011 42", Macs.latin("  kn–1011\u00a0 42 "));
        assertEquals("KN101142", Macs.key(" kn-1011/42"));
        assertEquals("KNCT", Macs.key("КNСТ"), "a label typed in Cyrillic");
        assertEquals("A42B", Macs.key("a4:2b"));
    }

    @Test
    void onlyWhatCanHardlyBeAnythingElseIsTakenForAMac() {
        List.of("a4:2b", "A4:2B:B0:C1:D2:E3", "a4:2b:b", "a42b.b0", "a42b.b0c1.d2e3", "a4-2b-b0-c1", "4:2:0")
                .forEach(spelled -> assertTrue(Macs.isSpelled(spelled), spelled));
        List.of("Ab-12", "AB-12-34", "5-12", "a42bb0c1d2e3", "Иванов", "deed.org", "ул. Садовая, 5", "")
                .forEach(other -> assertFalse(Macs.isSpelled(other), other));
    }
}
