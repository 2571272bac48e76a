package uplink.billing.run.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.billing.run.control.ChunkWorker;
import uplink.shared.DatabaseException;
import uplink.shared.Ids;

class ChunkDispatcherTest {

    private final List<String> calls = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<LogRecord> logged = new ArrayList<>();
    private final Logger logger = Logger.getLogger(ChunkDispatcher.class.getName());
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private RuntimeException failure = new DatabaseException(new SQLException("the connection is closed", "08006"));

    @BeforeEach
    void listen() {
        logger.addHandler(listening);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void leave() {
        logger.removeHandler(listening);
        logger.setUseParentHandlers(true);
    }

    /** The database is not there. */
    private final class Away extends ChunkWork {
        @Override
        public ChunkWorker.Result work(UUID runId, int no) {
            return gone("work " + no);
        }

        @Override
        public void failed(UUID runId, int no, String error) {
            errors.add(error);
            gone("failed " + no);
        }

        @Override
        public void settle(UUID runId) {
            gone("settle");
        }

        private <T> T gone(String call) {
            calls.add(call);
            throw failure;
        }
    }

    @Test
    void anOutageIsOneLineWithItsCauseAndASurpriseIsToldInFull() throws Exception {
        receive();
        assertEquals(3, logged.size());
        for (LogRecord line : logged) {
            assertTrue(line.getMessage().endsWith("the connection is closed"), line.getMessage());
            assertNull(line.getThrown());
        }
        logged.clear();
        failure = new IllegalStateException("nobody foresaw this");
        receive();
        assertEquals(
                List.of(failure, failure, failure),
                logged.stream().map(LogRecord::getThrown).toList());
    }

    @Test
    void aMessageIsUsedUpAlthoughNothingCanBeWrittenDown() throws Exception {
        receive();
        assertEquals(List.of("work 3", "failed 3", "execute", "settle"), calls);
        assertTrue(errors.get(0).matches("database [0-9a-f]{12}"), "no detail: " + errors);
    }

    private void receive() throws Exception {
        ChunkDispatcher dispatcher = new ChunkDispatcher();
        set(dispatcher, "work", new Away());
        set(
                dispatcher,
                "threads",
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {ManagedExecutorService.class},
                        (p, method, arguments) -> {
                            calls.add(method.getName());
                            return null;
                        }));
        dispatcher.receive("{\"runId\":\"" + Ids.next() + "\",\"chunkNo\":3}");
    }

    private static void set(Object into, String field, Object value) throws ReflectiveOperationException {
        Field found = ChunkDispatcher.class.getDeclaredField(field);
        found.setAccessible(true);
        found.set(into, value);
    }
}
