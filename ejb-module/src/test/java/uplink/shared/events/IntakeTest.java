package uplink.shared.events;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.shared.DatabaseException;

class IntakeTest {

    /** No connection, no room, shut down, a disk that does not answer. */
    @ParameterizedTest
    @ValueSource(strings = {"08006", "53100", "57P01", "58030"})
    void whatIsTheDatabasesFaultSaysNothingAboutTheEvent(String state) {
        DatabaseException away = new DatabaseException(new SQLException("away", state));
        assertTrue(Intake.isOutage(away));
        assertTrue(Intake.isOutage(new EventFailedException(away)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"22003", "23505", "42601"})
    void whatIsTheEventsFaultCounts(String state) {
        assertFalse(Intake.isOutage(new DatabaseException(new SQLException("refused", state))));
    }

    @Test
    void aLostConnectionHasNoState() {
        assertTrue(Intake.isOutage(new EventFailedException(new DatabaseException(new SQLException("gone")))));
        assertTrue(Intake.isOutage(new IllegalStateException(new IOException("reset"))));
        assertFalse(Intake.isOutage(new IllegalStateException("ours")));
    }
}
