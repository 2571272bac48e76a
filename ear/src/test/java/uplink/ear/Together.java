package uplink.ear;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Calls that all begin at the same moment. */
final class Together {
    private Together() {}

    /** What each of them answered, in their order. */
    static <T> List<T> all(int calls, IntFunction<T> call) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(calls);
        CyclicBarrier start = new CyclicBarrier(calls);
        try {
            List<Callable<T>> work = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                int number = i;
                work.add(() -> {
                    start.await(1, TimeUnit.MINUTES);
                    return call.apply(number);
                });
            }
            List<T> answers = new ArrayList<>();
            for (var future : pool.invokeAll(work)) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
