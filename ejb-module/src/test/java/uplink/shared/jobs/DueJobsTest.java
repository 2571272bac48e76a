package uplink.shared.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.Sql;
import uplink.testing.Database;
import uplink.testing.TestClock;

class DueJobsTest {

    private final TestClock clock = new TestClock("Europe/Moscow", "2026-12-01T12:00:00");
    private final DueJobs node = new DueJobs(Database.app(), clock);
    private final Sql sql = Sql.in(Database.app());
    private final Recorded job = new Recorded(Schedule.daily(LocalTime.of(3, 0)));

    @Test
    void aNewJobHasMissedNothing() {
        node.introduce(job);
        assertFalse(node.runIfDue(job));
        clock.at("2026-12-02T02:59:59");
        assertFalse(node.runIfDue(job));
        clock.at("2026-12-02T03:00:00");
        assertTrue(node.runIfDue(job));
        assertEquals(List.of(at("2026-12-02T03:00:00")), job.runs);
    }

    @Test
    void itRunsOnceADay() {
        node.introduce(job);
        clock.at("2026-12-02T03:00:01");
        assertTrue(node.runIfDue(job));
        assertFalse(node.runIfDue(job));
        clock.at("2026-12-02T23:00:00");
        assertFalse(node.runIfDue(job));
        clock.at("2026-12-03T09:00:00");
        assertTrue(node.runIfDue(job));
        assertEquals(List.of(at("2026-12-02T03:00:00"), at("2026-12-03T03:00:00")), job.runs);
    }

    @Test
    void workThatIsWantedNowRunsOnOneNodeAndLeavesTheDueTimesAlone() throws Exception {
        node.introduce(job);
        assertTrue(node.runNow(job, () -> {}));
        job.failure = new IllegalStateException("no disk");
        assertTrue(node.runNow(job, () -> {}), "a failure stays here");
        job.failure = null;
        Lease elsewhere = new Leases(Database.app())
                .acquire("job:" + job.name(), Duration.ofMinutes(1))
                .orElseThrow();
        assertFalse(node.runNow(job, () -> {}), "somebody runs it already");
        new Leases(Database.app()).release(elsewhere);
        clock.at("2026-12-02T03:00:00");
        assertTrue(node.runIfDue(job));
        assertFalse(node.runIfDue(job));
    }

    /** A run that has looked for work already does not do what comes then: the next one begins when it is over. */
    @Test
    void workThatIsGivenToARunningJobIsDoneWhenItIsOver() throws Exception {
        WantedJobs wanted = new WantedJobs(node);
        Lease elsewhere = new Leases(Database.app())
                .acquire("job:" + job.name(), Duration.ofMinutes(1))
                .orElseThrow();
        ExecutorService threads = Executors.newFixedThreadPool(1);
        try {
            Future<?> waits = threads.submit(() -> Callers.run(Caller.system("test"), () -> wanted.run(job)));
            assertThrows(TimeoutException.class, () -> waits.get(300, TimeUnit.MILLISECONDS));
            wanted.run(job);
            assertEquals(0, job.runs.size(), "who comes second leaves it to the first");
            new Leases(Database.app()).release(elsewhere);
            waits.get(30, TimeUnit.SECONDS);
            assertEquals(1, job.runs.size());
            wanted.run(job);
            assertEquals(2, job.runs.size(), "nobody waits any more");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void missedDaysAreCaughtUpOnceWithTheLatest() {
        node.introduce(job);
        clock.at("2026-12-20T10:00:00");
        assertTrue(node.runIfDue(job));
        assertFalse(node.runIfDue(job));
        assertEquals(List.of(at("2026-12-20T03:00:00")), job.runs);
    }

    @Test
    void aClockThatJumpsBackRunsNothingTwice() {
        node.introduce(job);
        clock.at("2026-12-05T10:00:00");
        node.runIfDue(job);
        clock.at("2026-12-04T10:00:00");
        node.runIfDue(job);
        clock.at("2026-12-05T10:00:00");
        node.runIfDue(job);
        assertEquals(List.of(at("2026-12-05T03:00:00"), at("2026-12-04T03:00:00")), job.runs);
    }

    @Test
    void ofTwoNodesOneRunsIt() throws Exception {
        node.introduce(job);
        clock.at("2026-12-02T03:00:00");
        DueJobs other = new DueJobs(Database.app(), clock);
        job.hold = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> first = thread.submit(() -> node.runIfDue(job));
            assertTrue(job.entered.await(10, TimeUnit.SECONDS));
            assertFalse(other.runIfDue(job), "while it runs");
            node.renewLeases();
            job.hold.countDown();
            assertTrue(first.get(10, TimeUnit.SECONDS));
            assertFalse(other.runIfDue(job), "when it is done");
        } finally {
            thread.shutdownNow();
        }
        assertEquals(1, job.runs.size());
    }

    @Test
    void aRunWhoseNodeDiedIsStartedAgainWithTheSameDueTime() {
        node.introduce(job);
        clock.at("2026-12-02T03:00:00");
        Lease ofTheDead = new Leases(Database.app())
                .acquire("job:" + job.name(), Duration.ofMinutes(1))
                .orElseThrow();
        sql.update(
                "insert into job_runs (job, due_at, started_at, status) values (?, ?, now(), 'running')",
                job.name(),
                at("2026-12-02T03:00:00"));
        assertFalse(node.runIfDue(job), "it may be alive");
        sql.update("update leases set expires_at = now() - interval '1 s' where name = ?", ofTheDead.name());
        assertTrue(node.runIfDue(job));
        assertEquals(List.of(at("2026-12-02T03:00:00")), job.runs);
        assertEquals("completed 2", lastRun());
    }

    @Test
    void aFailureIsTriedAgainLaterAndFiveTimesAtMost() {
        node.introduce(job);
        clock.at("2026-12-02T03:00:00");
        job.failure = new IllegalStateException("no disk");
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertTrue(node.runIfDue(job));
            assertFalse(node.runIfDue(job), "not at once");
            sql.update("update job_runs set finished_at = finished_at - interval '1 hour' where job = ?", job.name());
        }
        assertFalse(node.runIfDue(job));
        assertEquals("failed 5", lastRun());
        job.failure = null;
        clock.at("2026-12-03T03:00:00");
        assertTrue(node.runIfDue(job), "the next day is a new chance");
    }

    @Test
    void aHolderThatLostItsLeaseCannotSettleTheRun() {
        node.introduce(job);
        clock.at("2026-12-02T03:00:00");
        job.during = () -> sql.update("update leases set token = token + 1 where name = ?", "job:" + job.name());
        node.runIfDue(job);
        assertEquals("running 1", lastRun());
    }

    @Test
    void ofAFrequentJobOnlyTheLastRunIsKept() {
        Recorded frequent = new Recorded(Schedule.every(Duration.ofSeconds(1)));
        sql.update(
                """
                insert into job_runs (job, due_at, started_at, status)
                select ?, now() - i * interval '1 s', now(), 'completed' from generate_series(5, 50) i""",
                frequent.name());
        assertTrue(node.runIfDue(frequent));
        assertEquals(1, sql.number("select count(*) from job_runs where job = ?", frequent.name()));
    }

    @Test
    void itRunsAsTheSystem() {
        node.introduce(job);
        clock.at("2026-12-02T03:00:00");
        node.runIfDue(job);
        assertEquals("system:" + job.name(), job.caller);
    }

    @Test
    void partitionsAreMadeAheadOfAClockThatJumped() {
        new Partitions(Database.app(), clock.at("2033-05-05T00:01:00")).run(clock.instant());
        assertEquals(1, sql.number("select count(*) from pg_class where relname = 'charges_2034_07'"));
    }

    private String lastRun() {
        return sql.first(
                        "select status || ' ' || attempts from job_runs where job = ? order by due_at desc limit 1",
                        row -> row.getString(1),
                        job.name())
                .orElseThrow();
    }

    private Instant at(String local) {
        return new TestClock("Europe/Moscow", local).instant();
    }

    private static final class Recorded implements Job {
        private final String name = "test-" + Ids.next();
        private final Schedule schedule;
        private final List<Instant> runs = new CopyOnWriteArrayList<>();
        private final CountDownLatch entered = new CountDownLatch(1);
        private CountDownLatch hold = new CountDownLatch(0);
        private RuntimeException failure;
        private Runnable during = () -> {};
        private String caller;

        Recorded(Schedule schedule) {
            this.schedule = schedule;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Schedule schedule() {
            return schedule;
        }

        @Override
        public void run(Instant dueAt) {
            entered.countDown();
            runs.add(dueAt);
            caller = Callers.current().name();
            during.run();
            try {
                assertTrue(hold.await(10, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (failure != null) {
                throw failure;
            }
        }
    }
}
