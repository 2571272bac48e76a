package uplink.shared.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.JMSContext;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import uplink.shared.BusinessException;
import uplink.shared.DatabaseException;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.SystemTime;
import uplink.shared.Text;
import uplink.testing.Database;
import uplink.testing.Transactions;

/** The whole way on real parts: outbox, relay, broker, durable subscription, inbox, effect. */
@ResourceLock("outbox")
class BrokerTest {

    @TempDir
    Path directory;

    private final Transactions transactions = new Transactions(Database.app());
    private final Sql sql = Sql.in(Database.app());
    private final Intake intake = new Intake(new TransactionalDelivery(transactions));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<AutoCloseable> open = new ArrayList<>();
    private EmbeddedBroker broker;
    private RelayLoop relay;

    @BeforeEach
    void startBroker() {
        sql.update("delete from outbox");
        broker = new EmbeddedBroker(directory);
        open.add(broker);
        OutboxBatch batch = new OutboxBatch(transactions.dataSource(), 20);
        relay = new RelayLoop(
                threads,
                after -> transactions.call(
                        () -> batch.publish(after, rows -> EventMessages.send(broker.connections(), rows))));
    }

    @AfterEach
    void stop() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
        threads.shutdownNow();
    }

    @Test
    void everyEventHasItsEffectOnEveryConsumerOnce() throws Exception {
        Counting one = listen(new Counting(transactions.dataSource(), event -> {}), 2);
        Counting other = listen(new Counting(transactions.dataSource(), event -> {}), 1);
        announce(100);
        relay.wake();
        await(() -> one.effects() == 100 && other.effects() == 100);
        assertEquals(0, sql.number("select count(*) from outbox"));
    }

    @Test
    void aBrokerKilledInTheMiddleLosesNothingAndRepeatsNothing() throws Exception {
        AtomicInteger seen = new AtomicInteger();
        Counting consumer = listen(new Counting(transactions.dataSource(), event -> seen.incrementAndGet()), 3);
        List<UUID> ids = announce(150);
        relay.wake();
        await(() -> seen.get() > 20);
        broker.kill();
        ids.addAll(announce(150)); // the business goes on
        relay.wake();
        broker.start();
        await(() -> {
            relay.wake();
            return consumer.effects() == 300;
        });
        assertEquals(new HashSet<>(ids), new HashSet<>(consumer.inbox()));
        assertEquals(300, consumer.effects());
        await(() -> sql.number("select count(*) from outbox") == 0);
    }

    @Test
    void anEventPublishedTwiceHasOneEffect() throws Exception {
        Counting consumer = listen(new Counting(transactions.dataSource(), event -> {}), 2);
        Event event = event(0);
        OutboxRow row =
                new OutboxRow(event.id(), event.type(), event.source(), event.subject(), "{}", event.occurredAt());
        EventMessages.send(broker.connections(), List.of(row, row));
        EventMessages.send(broker.connections(), List.of(row));
        announce(1);
        relay.wake();
        await(() -> consumer.effects() == 2);
        assertEquals(2, consumer.inbox().size());
    }

    @Test
    void whatWasPublishedWhileNobodyListenedArrivesLater() throws Exception {
        Counting consumer = new Counting(transactions.dataSource(), event -> {});
        EventMessages.subscribe(broker.connections(), List.of(consumer.consumer()));
        announce(5);
        relay.wake();
        await(() -> sql.number("select count(*) from outbox") == 0);
        listen(consumer, 1);
        await(() -> consumer.effects() == 5);
    }

    @Test
    void aPassingFailureIsDeliveredAgain() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        Counting consumer = listen(
                new Counting(transactions.dataSource(), event -> {
                    if (attempts.incrementAndGet() < 4) {
                        throw new IllegalStateException("not yet");
                    }
                }),
                1);
        announce(1);
        relay.wake();
        await(() -> consumer.effects() == 1);
        assertEquals(4, attempts.get());
        assertEquals(0, parked(consumer));
    }

    @Test
    void poisonIsParkedWithItsReasonAfterTheLastTry() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        Counting consumer = listen(
                new Counting(transactions.dataSource(), event -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException("poison");
                }),
                1);
        announce(1);
        relay.wake();
        await(() -> parked(consumer) == 1);
        assertEquals(Intake.TRIES, attempts.get());
        assertEquals(0, consumer.effects());
        assertEquals(
                "java.lang.IllegalStateException: poison",
                sql.first(
                                "select reason from dead_letters where consumer = ?",
                                row -> row.getString(1),
                                consumer.consumer())
                        .orElseThrow());
    }

    @Test
    void aDatabaseThatIsAwayForLongMakesNoDeadLetters() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        Counting consumer = listen(
                new Counting(transactions.dataSource(), event -> {
                    if (attempts.incrementAndGet() < Intake.TRIES + 3) {
                        throw new DatabaseException(new SQLException("terminated", "57P01"));
                    }
                }),
                1);
        announce(1);
        relay.wake();
        await(() -> consumer.effects() == 1);
        assertEquals(0, parked(consumer));
    }

    @Test
    void aBusinessRefusalIsRecordedAndDoneWith() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        Counting consumer = listen(
                new Counting(transactions.dataSource(), event -> {
                    attempts.incrementAndGet();
                    throw new BusinessException(ProblemType.INVALID_STATE, Text.of("shared.stale"));
                }),
                1);
        announce(1);
        relay.wake();
        await(() -> consumer.inbox().size() == 1);
        assertEquals(1, attempts.get());
        assertEquals(0, consumer.effects());
        assertTrue(sql.first(
                        "select detail from inbox where consumer = ? and outcome = 'refused'",
                        row -> row.getString(1),
                        consumer.consumer())
                .orElseThrow()
                .startsWith("invalid-state"));
    }

    @Test
    void whatIsNoEventIsParkedAtOnceAndHoldsNobodyUp() throws Exception {
        Counting consumer = listen(new Counting(transactions.dataSource(), event -> {}), 1);
        try (JMSContext context = broker.connections().createContext()) {
            var topic = context.createTopic(EventListener.ADDRESS);
            context.createProducer().send(topic, "{\"specversion\":\"1.0\"}");
            context.createProducer().send(topic, "x".repeat((int) Intake.LARGEST));
            context.createProducer().send(topic, new byte[] {1, 2, 3});
        }
        announce(1);
        relay.wake();
        await(() -> consumer.effects() == 1 && parked(consumer) == 3);
        assertEquals(1, consumer.inbox().size());
    }

    @Test
    void whatDoesNotConcernAConsumerLeavesNoWordWithIt() throws Exception {
        Counting consumer = listen(
                new Counting(transactions.dataSource(), event -> {}, event -> event.data()
                        .get("i")
                        .equals(4)),
                1);
        List<UUID> ids = announce(5);
        relay.wake();
        await(() -> consumer.effects() > 0); // they come in order
        assertEquals(List.of(ids.get(4)), consumer.inbox());
        assertEquals(1, consumer.effects());
        assertEquals(0, parked(consumer));
    }

    private Counting listen(Counting consumer, int sessions) throws Exception {
        EventMessages.subscribe(broker.connections(), List.of(consumer.consumer()));
        for (int i = 0; i < sessions; i++) {
            open.add(new Subscriber(broker.connections(), intake, consumer));
        }
        return consumer;
    }

    private List<UUID> announce(int howMany) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            Event event = event(i);
            OutboxBatchTest.insert(sql, event);
            ids.add(event.id());
        }
        return ids;
    }

    private static Event event(int i) {
        return Event.of("test.happened", "/test", Ids.next(), Map.of("i", i), SystemTime.now());
    }

    private long parked(Counting consumer) {
        return sql.number("select count(*) from dead_letters where consumer = ?", consumer.consumer());
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it did not happen in time");
            Thread.sleep(5);
        }
    }
}
