package uplink.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uplink.shared.events.ComesAgainException;

class RedeliveryFilterTest {
    private final RedeliveryFilter filter = new RedeliveryFilter();

    @Test
    void aMessageThatWasSentBackIsNotReportedAgain() {
        assertFalse(
                passes("AMQ154004: Failed to deliver message", new IllegalStateException(new ComesAgainException())));
        assertFalse(passes("containers.mdb.invocation_exception", null));
        assertFalse(passes("AMQ212009: resetting session after failure", null));
    }

    @Test
    void anyOtherFailureIs() {
        assertTrue(passes("AMQ154004: Failed to deliver message", new IllegalStateException(new RuntimeException())));
        assertTrue(passes("AMQ212037: Connection failure has been detected", null));
        assertTrue(passes(null, null));
    }

    private boolean passes(@Nullable String message, @Nullable Throwable thrown) {
        LogRecord event = new LogRecord(Level.WARNING, message);
        event.setThrown(thrown);
        return filter.isLoggable(event);
    }
}
