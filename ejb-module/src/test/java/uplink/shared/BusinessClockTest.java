package uplink.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.testing.Database;

class BusinessClockTest {

    private static final Instant WANTED = Instant.parse("2031-02-28T09:00:00Z");

    @AfterEach
    void forget() {
        Sql.in(Database.app()).update("delete from settings where key = 'test-clock.offset-ms'");
    }

    @Test
    void aTimeThatWasSetHoldsOnOtherNodesAndAfterARestart() {
        new BusinessClock(Database.app()).set(WANTED);
        BusinessClock other = new BusinessClock(Database.app());
        assertEquals(LocalDate.of(2031, 2, 28), other.today());
        Duration ticked = Duration.between(WANTED, other.instant());
        assertTrue(!ticked.isNegative() && ticked.toMinutes() < 5, ticked.toString());
    }
}
