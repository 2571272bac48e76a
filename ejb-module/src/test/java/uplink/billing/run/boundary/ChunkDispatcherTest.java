package uplink.billing.run.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.billing.run.control.ChunkWorker;
import uplink.shared.DatabaseException;
import uplink.shared.Ids;

class ChunkDispatcherTest {

    private final List<String> calls = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

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
            throw new DatabaseException(new SQLException("the connection is closed", "08006"));
        }
    }

    @Test
    void aMessageIsUsedUpAlthoughNothingCanBeWrittenDown() throws Exception {
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
        assertEquals(List.of("work 3", "failed 3", "execute", "settle"), calls);
        assertTrue(errors.get(0).matches("database [0-9a-f]{12}"), "no detail: " + errors);
    }

    private static void set(Object into, String field, Object value) throws ReflectiveOperationException {
        Field found = ChunkDispatcher.class.getDeclaredField(field);
        found.setAccessible(true);
        found.set(into, value);
    }
}
