package uplink.shared.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.ProblemType;

class RoundTest {

    private static final Caller CUSTOMER =
            new Caller(UUID.randomUUID(), UUID.randomUUID(), "customer", Set.of(Permission.SELF_READ));

    private final ExecutorService threads =
            new ThreadPoolExecutor(2, 2, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(2));
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void stop() {
        never.countDown();
        threads.shutdownNow();
    }

    @Test
    void partsAreWorkedOnAsTheSameCallerAndNobodyIsLeftBehind() throws Exception {
        Round round = round(Duration.ofSeconds(30));
        Part<Caller> one = round.ask("one", Callers::current);
        Part<String> two = round.ask("two", () -> "2");
        assertEquals(CUSTOMER, round.take(one));
        assertEquals("2", round.take(two));
        assertEquals(List.of(), round.gaps());
        assertEquals(Caller.ANONYMOUS, threads.submit(Callers::current).get());
    }

    @Test
    void partsRunAtTheSameTime() {
        Round round = round(Duration.ofSeconds(30));
        CountDownLatch both = new CountDownLatch(2);
        Part<Boolean> one = round.ask("one", () -> meet(both));
        Part<Boolean> two = round.ask("two", () -> meet(both));
        assertEquals(true, round.take(one));
        assertEquals(true, round.take(two));
    }

    @Test
    void whatHangsIsAGapAtTheDeadlineForAllOfThemTogether() {
        Round round = round(Duration.ofMillis(300));
        long begun = System.nanoTime();
        Part<Boolean> hangs = round.ask("hangs", this::hang);
        Part<Boolean> too = round.ask("hangs too", this::hang);
        // hangs as well: giving up the first frees its thread, and a quick part would then be there after all
        Part<Boolean> waits = round.ask("waits for a thread", this::hang);
        assertNull(round.take(hangs));
        assertNull(round.take(too));
        assertNull(round.take(waits));
        long millis = (System.nanoTime() - begun) / 1_000_000;
        assertTrue(millis >= 300 && millis < 5000, "waited " + millis + " ms");
        assertEquals(
                ProblemType.UNAVAILABLE,
                assertThrows(BusinessException.class, round::gaps).type());
    }

    @Test
    void whatFailsIsAGapAndTheRestIsThere() {
        Round round = round(Duration.ofSeconds(30));
        Part<String> fails = round.ask("fails", () -> {
            throw new IllegalStateException("broken");
        });
        Part<String> works = round.ask("works", () -> "here");
        assertNull(round.take(fails));
        assertEquals("here", round.take(works));
        assertEquals(List.of("fails"), round.gaps());
    }

    @Test
    void nothingIsNoGap() {
        Round round = round(Duration.ofSeconds(30));
        assertNull(round.take(round.<String>ask("nothing", () -> null)));
        assertEquals(List.of(), round.gaps());
    }

    @Test
    void aFullQueueIsAGapAtOnce() {
        for (int i = 0; i < 4; i++) {
            threads.submit(this::hang);
        }
        Round round = round(Duration.ofSeconds(30));
        Part<String> part = round.ask("no room", () -> "never");
        assertNull(round.take(part));
        assertThrows(BusinessException.class, round::gaps);
    }

    @Test
    void whatIsLateIsInterruptedAndItsThreadIsFreeAgain() throws Exception {
        Round round = round(Duration.ofMillis(50));
        Part<Boolean> hangs = round.ask("hangs", this::hang);
        assertNull(round.take(hangs));
        assertFalse(threads.submit(Thread::interrupted).get(10, TimeUnit.SECONDS));
    }

    private Round round(Duration patience) {
        return new Round(threads, CUSTOMER, patience);
    }

    private boolean hang() {
        return await(never);
    }

    private static boolean meet(CountDownLatch latch) {
        latch.countDown();
        return await(latch);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
