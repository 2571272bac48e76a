package uplink.bench.billrun;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads with a database connection each that take numbered chunks as they come free. */
record Workers(int count) {

    @FunctionalInterface
    interface Connections {
        Connection open() throws SQLException;
    }

    @FunctionalInterface
    interface Chunk {
        void work(Connection connection, int number) throws SQLException;
    }

    /** Does the chunks 0 … chunks − 1, each once; the first failure ends it. */
    void share(int chunks, Connections connections, Chunk chunk) throws SQLException {
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                running.add(threads.submit(() -> {
                    try (Connection connection = connections.open()) {
                        for (int no = next.getAndIncrement(); no < chunks; no = next.getAndIncrement()) {
                            chunk.work(connection, no);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> worker : running) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
