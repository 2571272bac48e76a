package uplink.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogFileTest {

    @Test
    void theCauseIsWhatAPersonReadsFirst() {
        List<String> log = List.of(
                "INFO starting",
                "SEVERE Exception while loading the app",
                "  at x.Y",
                "Caused by: no such table",
                "INFO");
        assertEquals(
                List.of("SEVERE Exception while loading the app", "Caused by: no such table"), LogExcerpt.cause(log));
    }

    @Test
    void withoutACauseTheEndIsShown() {
        List<String> log = IntStream.range(0, 50).mapToObj(Integer::toString).toList();
        assertEquals(log.subList(30, 50), LogExcerpt.cause(log));
    }

    @Test
    void theProgramsOfThisMachineAreChosen() {
        assertEquals("postgres-linux-x86_64.txz", PostgresBinaries.archive("Linux", "amd64"));
        assertEquals("postgres-linux-arm_64.txz", PostgresBinaries.archive("Linux", "aarch64"));
    }
}
