package uplink.shared.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import uplink.shared.Sql;
import uplink.testing.Database;

class LeasesTest {

    private static final Duration TERM = Duration.ofMinutes(1);

    private final Leases leases = new Leases(Database.app());
    private final Sql sql = Sql.in(Database.app());

    @Test
    void oneHolderAtATime(TestInfo test) {
        Lease mine = leases.acquire(name(test), TERM).orElseThrow();
        assertEquals(Optional.empty(), leases.acquire(name(test), TERM));
        leases.release(mine);
        assertTrue(leases.acquire(name(test), TERM).isPresent());
    }

    @Test
    void theTokenGrowsWithEveryHolder(TestInfo test) {
        long before = 0;
        for (int i = 0; i < 5; i++) {
            Lease lease = leases.acquire(name(test), TERM).orElseThrow();
            assertTrue(lease.token() > before);
            before = lease.token();
            leases.release(lease);
        }
    }

    @Test
    void anExpiredLeaseIsTakenOverAndItsHolderCannotRenewNorRelease(TestInfo test) {
        Lease paused = leases.acquire(name(test), TERM).orElseThrow();
        expire(paused);
        Lease next = leases.acquire(name(test), TERM).orElseThrow();
        assertFalse(leases.renew(paused, TERM));
        leases.release(paused);
        assertTrue(leases.acquire(name(test), TERM).isEmpty(), "the new holder still has it");
        assertTrue(leases.renew(next, TERM));
    }

    @Test
    void aHolderWhoOverslept_butWasNotReplaced_goesOn(TestInfo test) {
        Lease lease = leases.acquire(name(test), TERM).orElseThrow();
        expire(lease);
        assertTrue(leases.renew(lease, TERM));
        assertTrue(leases.acquire(name(test), TERM).isEmpty());
    }

    @Test
    void theLateWriteOfAPausedHolderIsRefused(TestInfo test) throws SQLException {
        Lease paused = leases.acquire(name(test), TERM).orElseThrow();
        expire(paused);
        Lease next = leases.acquire(name(test), TERM).orElseThrow();
        try (Connection connection = Database.app().getConnection()) {
            connection.setAutoCommit(false);
            assertThrows(
                    LeaseLostException.class, () -> Leases.requireToken(connection, paused.name(), paused.token()));
            Leases.requireToken(connection, next.name(), next.token());
        }
    }

    @Test
    void nobodyTakesOverWhileAFencedWriteIsUnderWay(TestInfo test) throws Exception {
        Lease slow = leases.acquire(name(test), TERM).orElseThrow();
        expire(slow); // its time is over, but nobody has noticed yet
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection writing = Database.app().getConnection()) {
            writing.setAutoCommit(false);
            Leases.requireToken(writing, slow.name(), slow.token());
            Future<Optional<Lease>> taker = thread.submit(() -> leases.acquire(slow.name(), TERM));
            assertThrows(TimeoutException.class, () -> taker.get(300, TimeUnit.MILLISECONDS));
            writing.commit();
            assertTrue(taker.get(10, TimeUnit.SECONDS).orElseThrow().token() > slow.token());
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void ofManyWhoAskTogetherOneGetsIt(TestInfo test) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Optional<Lease>> asking = () -> leases.acquire(name(test), TERM);
            List<Future<Optional<Lease>>> answers = threads.invokeAll(
                    IntStream.range(0, 32).mapToObj(i -> asking).toList());
            assertEquals(1, answers.stream().filter(LeasesTest::got).count());
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean got(Future<Optional<Lease>> answer) {
        try {
            return answer.get().isPresent();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void expire(Lease lease) {
        sql.update("update leases set expires_at = clock_timestamp() - interval '1 s' where name = ?", lease.name());
    }

    private static String name(TestInfo test) {
        return "test:" + test.getDisplayName();
    }
}
