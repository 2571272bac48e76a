package uplink.demo.boundary;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for work that goes on elsewhere: looks again every few milliseconds. */
final class Awaited {

    private Awaited() {}

    static <T> T until(Supplier<T> look, Predicate<T> ended) {
        T seen = look.get();
        while (!ended.test(seen)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
            seen = look.get();
        }
        return seen;
    }
}
