package uplink.shared.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.Json;
import uplink.shared.Sql;
import uplink.shared.SystemTime;
import uplink.testing.Database;
import uplink.testing.Transactions;

@ResourceLock("outbox")
class OutboxBatchTest {

    private final Transactions transactions = new Transactions(Database.app());
    private final Sql sql = Sql.in(Database.app());
    private final OutboxBatch batch = new OutboxBatch(transactions.dataSource(), 10);
    private final List<UUID> published = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void empty() {
        sql.update("delete from outbox");
    }

    @Test
    void rowsGoOutInTheirOrderAndAreGone() {
        List<UUID> ids = announce(25);
        UUID at = null;
        for (int size : new int[] {10, 10, 5}) {
            UUID after = at;
            int before = published.size();
            at = transactions.call(() -> batch.publish(after, this::publish));
            assertEquals(size, published.size() - before);
        }
        assertNull(at);
        assertEquals(ids, published);
        assertEquals(0, sql.number("select count(*) from outbox"));
    }

    @Test
    void whatTheBrokerDidNotTakeStays() {
        announce(3);
        assertThrows(
                BrokerAwayException.class,
                () -> transactions.run(() -> batch.publish(null, rows -> {
                    throw new BrokerAwayException(new IllegalStateException("gone"));
                })));
        assertEquals(3, sql.number("select count(*) from outbox"));
    }

    @Test
    void whatAnotherNodeIsPublishingIsPassedOver() throws Exception {
        announce(30);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<Boolean>> nodes = threads.invokeAll(Collections.nCopies(3, () -> {
                UUID at = null;
                do {
                    UUID after = at;
                    at = transactions.call(() -> batch.publish(after, this::publish));
                } while (at != null);
                return true;
            }));
            for (Future<Boolean> node : nodes) {
                node.get();
            }
        } finally {
            threads.shutdownNow();
        }
        transactions.run(() -> batch.publish(null, this::publish));
        assertEquals(30, published.size());
        assertEquals(30, new HashSet<>(published).size());
    }

    private void publish(List<OutboxRow> rows) {
        rows.forEach(row -> {
            assertEquals(row.id(), CloudEvents.read(row.toCloudEvent()).id());
            published.add(row.id());
        });
    }

    private List<UUID> announce(int howMany) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            Event event = Event.of("test.happened", "/test", Ids.next(), Map.of("i", i), SystemTime.now());
            insert(sql, event);
            ids.add(event.id());
        }
        return ids;
    }

    static void insert(Sql sql, Event event) {
        sql.update(
                "insert into outbox (id, type, source, subject, data, occurred_at) values (?, ?, ?, ?, ?::jsonb, ?)",
                event.id(),
                event.type(),
                event.source(),
                event.subject(),
                Json.write(event.data()),
                event.occurredAt());
    }
}
