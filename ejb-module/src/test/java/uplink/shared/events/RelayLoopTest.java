package uplink.shared.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import uplink.shared.Ids;

class RelayLoopTest {

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final AtomicInteger steps = new AtomicInteger();

    @Test
    void manyWakesAreOneRun() {
        RelayLoop loop = new RelayLoop(waiting::add, after -> step());
        for (int i = 0; i < 100; i++) {
            loop.wake();
        }
        assertEquals(1, waiting.size());
        waiting.remove().run();
        assertEquals(1, steps.get());
        loop.wake();
        assertEquals(1, waiting.size(), "and the next wake is a new run");
    }

    @Test
    void aRunThatStaysIsWokenAgain() throws InterruptedException {
        List<Thread> runs = new CopyOnWriteArrayList<>();
        Semaphore stepped = new Semaphore(0);
        RelayLoop loop = new RelayLoop(
                run -> {
                    Thread thread = new Thread(run);
                    runs.add(thread);
                    thread.start();
                },
                after -> {
                    stepped.release();
                    return null;
                },
                Duration.ofMinutes(10));
        for (int wake = 0; wake < 50; wake++) {
            loop.wake();
            assertTrue(stepped.tryAcquire(30, TimeUnit.SECONDS), "woken at once, not when its time is over");
        }
        assertEquals(1, runs.size());
        loop.hold();
        runs.get(0).join(30_000);
        assertFalse(runs.get(0).isAlive(), "held, it does not stay");
    }

    @Test
    void aWakeDuringTheRunMakesItLookAgain() {
        RelayLoop[] loop = new RelayLoop[1];
        loop[0] = new RelayLoop(waiting::add, after -> {
            if (steps.incrementAndGet() == 1) {
                loop[0].wake();
            }
            return null;
        });
        loop[0].wake();
        waiting.remove().run();
        assertEquals(2, steps.get());
        assertEquals(0, waiting.size());
    }

    @Test
    void itGoesOnWhereTheBatchEnded() {
        UUID end = Ids.next();
        RelayLoop loop = new RelayLoop(waiting::add, after -> {
            assertEquals(steps.getAndIncrement() == 0 ? null : end, after);
            return steps.get() < 3 ? end : null;
        });
        loop.wake();
        waiting.remove().run();
        assertEquals(3, steps.get());
    }

    @Test
    void whileItIsHeldEverythingWaits() {
        RelayLoop[] loop = new RelayLoop[1];
        loop[0] = new RelayLoop(waiting::add, after -> {
            step();
            loop[0].hold();
            return Ids.next();
        });
        loop[0].wake();
        waiting.remove().run();
        assertEquals(1, steps.get(), "the batch that was being passed on is the last");
        loop[0].wake();
        assertEquals(0, waiting.size());
        loop[0].resume();
        waiting.remove().run();
        assertEquals(2, steps.get(), "nobody else has to wake it");
    }

    @Test
    void afterAFailureItPausesInsteadOfHammering() {
        RelayLoop loop = new RelayLoop(waiting::add, after -> {
            step();
            throw new IllegalStateException("broker away");
        });
        loop.wake();
        waiting.remove().run();
        for (int i = 0; i < 100; i++) {
            loop.wake();
        }
        assertEquals(0, waiting.size());
        assertEquals(1, steps.get());
    }

    @Test
    void aFullExecutorCostsNobodyARequest() {
        boolean[] full = {true};
        RelayLoop loop = new RelayLoop(
                run -> {
                    if (full[0]) {
                        throw new RejectedExecutionException("full");
                    }
                    waiting.add(run);
                },
                after -> step());
        loop.wake();
        full[0] = false;
        loop.wake();
        assertEquals(1, waiting.size());
    }

    private UUID step() {
        steps.incrementAndGet();
        return null;
    }
}
