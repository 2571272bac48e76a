package uplink.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private static final Path DEFAULT = Path.of("/srv/uplink/data");

    @Test
    void withoutArgumentsTheDefaultsHold() {
        assertEquals(new Options(8080, DEFAULT, false, false, false), Options.parse(List.of(), DEFAULT));
    }

    @Test
    void everyOptionIsUnderstood() {
        Options options =
                Options.parse(List.of("--port", "81", "--data", "/a/../b", "--demo", "--fresh", "--stop"), DEFAULT);
        assertEquals(new Options(81, Path.of("/b"), true, true, true), options);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", ""})
    void aPortThatIsNoneIsRefused(String port) {
        StartFailure refusal = assertThrows(StartFailure.class, () -> Options.parse(List.of("--port", port), DEFAULT));
        assertTrue(refusal.getMessage().startsWith("--port needs a number from 1 to 65535"));
    }

    @Test
    void aMissingValueIsRefused() {
        assertThrows(StartFailure.class, () -> Options.parse(List.of("--data"), DEFAULT));
    }

    @Test
    void anUnknownOptionIsRefusedWithTheUsage() {
        StartFailure refusal = assertThrows(StartFailure.class, () -> Options.parse(List.of("--prot"), DEFAULT));
        assertTrue(refusal.getMessage().startsWith("Unknown option --prot.\nUsage: run"));
    }
}
