package uplink.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void idsGrowAndAreVersionSeven() {
        UUID[] ids = Stream.generate(Ids::next).limit(10_000).toArray(UUID[]::new);
        for (int i = 1; i < ids.length; i++) {
            assertEquals(7, ids[i].version());
            assertEquals(2, ids[i].variant());
            assertTrue(ids[i - 1].toString().compareTo(ids[i].toString()) < 0, "ids never go backwards");
        }
        Duration age = Duration.between(Ids.instantOf(ids[0]), SystemTime.now());
        assertTrue(age.abs().toMinutes() < 1, "an id tells when it was made");
    }
}
