package uplink.shared.gather;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/**
 * Parts of one answer, worked on at the same time as the same caller, each in a transaction of its own. Whatever is not
 * there at the deadline, fails, or finds no free thread is a gap: the answer goes without it and says so. For one
 * thread.
 */
public final class Round {

    private static final Logger LOG = Logger.getLogger(Round.class.getName());

    private final ExecutorService threads;
    private final Caller caller;
    private final long deadline;
    private final List<String> gaps = new ArrayList<>();
    private int asked;

    Round(ExecutorService threads, Caller caller, Duration patience) {
        this.threads = threads;
        this.caller = caller;
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    /** Begins the work; {@link #take} fetches what came of it. */
    public <T extends @Nullable Object> Part<T> ask(String name, Supplier<T> work) {
        asked++;
        try {
            return new Part<>(name, threads.submit(() -> Callers.as(caller, work)));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.WARNING, "no thread for {0}", name);
            return new Part<>(name, null);
        }
    }

    /** The part's result; null when it is a gap, and when that is its result. */
    public <T extends @Nullable Object> @Nullable T take(Part<T> part) {
        Future<T> future = part.future();
        if (future == null) {
            gaps.add(part.name());
            return null;
        }
        try {
            return future.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, e.getCause(), () -> "a gap: " + part.name());
        } catch (TimeoutException e) {
            LOG.log(Level.WARNING, "a gap: {0} was not there in time", part.name());
        } catch (CancellationException e) {
            LOG.log(Level.WARNING, "a gap: {0} was cancelled", part.name());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        future.cancel(true);
        gaps.add(part.name());
        return null;
    }

    /** What is missing among the parts taken. Refusals: {@code unavailable} when that is everything. */
    public List<String> gaps() {
        if (gaps.size() == asked) {
            throw new BusinessException(ProblemType.UNAVAILABLE, Text.of("shared.unavailable"));
        }
        return List.copyOf(gaps);
    }
}
