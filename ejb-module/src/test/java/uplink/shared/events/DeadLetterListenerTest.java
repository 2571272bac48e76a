package uplink.shared.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.TextMessage;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.shared.Event;

/** What the log says while a dead letter cannot be kept. */
class DeadLetterListenerTest {

    private static final Logger LOG = Logger.getLogger(DeadLetterListener.class.getName());

    private final List<LogRecord> said = new ArrayList<>();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord line) {
            said.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final DeadLetterListener listener = new DeadLetterListener(new Delivery() {
        @Override
        public void park(String consumer, Event event, String body, String reason) {
            throw new IllegalStateException(new java.sql.SQLException("the database is away"));
        }
    });

    @BeforeEach
    void listen() {
        LOG.addHandler(ear);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(ear);
    }

    @Test
    void itComesAgainWithTheWholeStoryOnlyOnce() {
        assertThrows(ComesAgainException.class, () -> listener.onMessage(message(1)));
        assertThrows(ComesAgainException.class, () -> listener.onMessage(message(2)));
        assertEquals(2, said.size());
        assertNotNull(said.get(0).getThrown());
        assertNull(said.get(1).getThrown());
        assertTrue(said.get(1)
                .getMessage()
                .endsWith("attempt 2, and comes again: java.sql.SQLException: the database is away"));
    }

    private static TextMessage message(int attempt) {
        return (TextMessage) Proxy.newProxyInstance(
                TextMessage.class.getClassLoader(), new Class<?>[] {TextMessage.class}, (self, method, arguments) -> {
                    switch (method.getName()) {
                        case "getIntProperty":
                            return attempt;
                        case "propertyExists":
                            return false;
                        default:
                            return null;
                    }
                });
    }
}
