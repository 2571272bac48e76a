package uplink.notification.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uplink.shared.Event;
import uplink.shared.Sql;
import uplink.shared.SystemTime;
import uplink.testing.Database;

/** Mails that wait: each is taken by one node at a time, and comes again, later and later, until it is sent or a day old. */
class MailQueueTest {

    @BeforeAll
    static void alone() {
        Database.isolate();
    }

    @AfterAll
    static void back() {
        Database.rejoin();
    }

    private final DataSource database = Database.app();
    private final MailQueue queue = new MailQueue(database);

    @Test
    void anEventIsOneMailHoweverOftenItComes() {
        Event event = event();
        queue.add(List.of(event), Instant.EPOCH);
        queue.add(List.of(event), Instant.EPOCH);
        MailQueue.Due due = queue.take().orElseThrow();
        assertEquals(event.type(), due.eventType());
        assertEquals(event.subject(), due.subject().toString());
        assertTrue(queue.take().isEmpty(), "who took it has a head start");
        queue.sent(due);
        makeDue();
        assertTrue(queue.take().isEmpty());
    }

    @Test
    void whatIsOldIsNeverAMailAndTheRowSaysSo() {
        Event event = event();
        queue.add(List.of(event), event.occurredAt().plusMillis(1));
        makeDue();
        assertTrue(queue.take().isEmpty());
        assertEquals(
                List.of("too-old"),
                Sql.in(database)
                        .list("select outcome from mails where event_id = ?", row -> row.getString(1), event.id()));
        queue.add(List.of(event), Instant.EPOCH);
        assertTrue(queue.take().isEmpty(), "also when it comes again");
    }

    @Test
    void eachAttemptWaitsTwiceAsLongUpToAnHour() {
        queue.add(List.of(event()), Instant.EPOCH);
        for (long seconds : new long[] {15, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600}) {
            Instant before = SystemTime.now();
            MailQueue.Due due = queue.take().orElseThrow();
            queue.failed(due, false, "no answer");
            Instant next = Sql.in(database)
                    .first(
                            "select next_at from mails where id = ?",
                            row -> row.getTimestamp(1).toInstant(),
                            due.id())
                    .orElseThrow();
            long waits = Duration.between(before, next).toSeconds();
            assertTrue(Math.abs(waits - seconds) <= 2, waits + " s instead of " + seconds);
            makeDue();
        }
        queue.sent(queue.take().orElseThrow());
    }

    @Test
    void aDayOldOrHopelessMailIsGivenUp() {
        queue.add(List.of(event(), event()), Instant.EPOCH);
        MailQueue.Due hopeless = queue.take().orElseThrow();
        queue.failed(hopeless, true, "no such address");
        MailQueue.Due old = queue.take().orElseThrow();
        queue.failed(
                new MailQueue.Due(
                        old.id(),
                        old.eventType(),
                        old.subject(),
                        SystemTime.now().minus(Duration.ofHours(25))),
                false,
                "no answer");
        makeDue();
        assertEquals(Optional.empty(), queue.take());
        assertEquals(
                2,
                Sql.in(database)
                        .number(
                                "select count(*) from mails where outcome = 'failed' and id in (?, ?)",
                                hopeless.id(),
                                old.id()));
    }

    @Test
    void twoNodesNeverTakeTheSameMail() throws Exception {
        queue.add(List.of(event(), event(), event(), event()), Instant.EPOCH);
        Set<UUID> taken = new HashSet<>();
        try (var one = database.getConnection()) {
            one.setAutoCommit(false);
            Sql.on(one).list("select id from mails where done_at is null for update", row -> row.getObject(1));
            assertTrue(queue.take().isEmpty(), "what another node holds is not waited for");
            one.rollback();
        }
        for (Optional<MailQueue.Due> due = queue.take(); due.isPresent(); due = queue.take()) {
            assertTrue(taken.add(due.get().id()));
            queue.sent(due.get());
        }
        assertEquals(4, taken.size());
        assertFalse(taken.isEmpty());
    }

    private void makeDue() {
        Sql.in(database).update("update mails set next_at = now() - interval '1 second' where done_at is null");
    }

    private static Event event() {
        UUID user = UUID.randomUUID();
        return Event.of("auth.password-changed", "/auth", user, Map.of("userId", user), SystemTime.now());
    }
}
