package uplink.bench.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Many who do the same again and again. */
public final class Crowd {

    private Crowd() {}

    /** How many times a second it was done, by that many at a time. */
    public static double rate(int threads, Duration time, IntConsumer work) {
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        List<Long> counts = all(threads, thread -> {
            long done = 0;
            while (System.nanoTime() < end) {
                work.accept((int) (done * threads + thread));
                done++;
            }
            return done;
        });
        long sum = counts.stream().mapToLong(count -> count).sum();
        return sum * 1e9 / (System.nanoTime() - begun);
    }

    /** What each of them answered. */
    public static <T> List<T> all(int threads, java.util.function.IntFunction<T> work) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                futures.add(pool.submit(() -> work.apply(number)));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }
}
