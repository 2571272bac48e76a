package uplink.shared.events;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import uplink.shared.SystemTime;

/**
 * Empties the outbox in the background: at most one run at a time however often it is woken, and a run that was woken
 * while it was at work looks again. A run that has emptied it stays a while, because handing a run to the container's
 * threads costs whoever wakes it about as much as the rest of a small request. While the broker is away it waits longer and longer, up to ten seconds.
 */
final class RelayLoop {

    private static final Logger LOG = Logger.getLogger(RelayLoop.class.getName());
    private static final long FIRST_PAUSE_MS = 500;
    private static final long LONGEST_PAUSE_MS = 10_000;

    private final Executor threads;
    private final UnaryOperator<@Nullable UUID> step;
    private final long lingerNanos;
    private final AtomicInteger wakes = new AtomicInteger();
    private volatile @Nullable Thread waiting;
    private volatile long pause;
    private volatile long notBefore;
    private volatile boolean held;

    /**
     * @param step publishes a batch after the given id and answers where it ended, null when that was all
     */
    RelayLoop(Executor threads, UnaryOperator<@Nullable UUID> step) {
        this(threads, step, Duration.ZERO);
    }

    /** @param linger how long a run with nothing left to do waits for the next wake before it ends */
    RelayLoop(Executor threads, UnaryOperator<@Nullable UUID> step, Duration linger) {
        this.threads = threads;
        this.step = step;
        this.lingerNanos = linger.toNanos();
    }

    /** Wakes do nothing, and a run ends after its batch, until {@link #resume}. */
    void hold() {
        held = true;
        LockSupport.unpark(waiting);
    }

    void resume() {
        held = false;
        wake();
    }

    /** Never blocks and never throws: it is called when a transaction has just been committed. */
    void wake() {
        if (held || SystemTime.millis() < notBefore) {
            return;
        }
        if (wakes.getAndIncrement() > 0) {
            LockSupport.unpark(waiting);
            return;
        }
        try {
            threads.execute(this::run);
        } catch (RejectedExecutionException e) {
            wakes.set(0);
            LOG.log(Level.WARNING, "no thread for the relay; the next wake tries again", e);
        }
    }

    private void run() {
        try {
            do {
                wakes.set(1); // what woke it until here is done by what follows
                drain();
                pause = 0;
                linger();
            } while (!wakes.compareAndSet(1, 0));
        } catch (RuntimeException | Error e) {
            pause = Math.min(Math.max(pause * 2, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
            notBefore = SystemTime.millis() + pause;
            wakes.set(0);
            LOG.log(
                    Level.WARNING,
                    "events wait in the outbox, next try in " + pause + " ms: " + Intake.rootOf(e),
                    pause == FIRST_PAUSE_MS ? e : null);
        }
    }

    /** Until somebody wakes it or the time is over. */
    private void linger() {
        long until = System.nanoTime() + lingerNanos;
        waiting = Thread.currentThread();
        try {
            long left = lingerNanos;
            while (left > 0
                    && wakes.get() == 1
                    && !held
                    && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(this, left);
                left = until - System.nanoTime();
            }
        } finally {
            waiting = null;
        }
    }

    private void drain() {
        UUID at = null;
        do {
            at = step.apply(at);
        } while (at != null && !held);
    }
}
