package uplink.bench.fault;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what the system does by itself. */
public final class Wait {
    private Wait() {}

    /** Asks until the answer is yes; what cannot be asked just now (the server is being started) is asked again. */
    public static void until(Callable<Boolean> done, Duration patience, Supplier<String> otherwise) {
        long deadline = System.nanoTime() + patience.toNanos();
        Exception last = null;
        while (true) {
            try {
                if (done.call()) {
                    return;
                }
                last = null;
            } catch (Exception e) {
                last = e;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Waited " + patience + " for: " + otherwise.get(), last);
            }
            moment(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    /** Lets the given time pass. */
    static void moment(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
