package uplink.server;

import java.time.Duration;

/** Says what has been done, a line a step, and how long that took: it is how a slow start is understood. */
final class Phases {
    private final long begin = System.nanoTime();

    /** Says that a step has ended that began with the start itself. */
    void done(String step) {
        done(step, begin);
    }

    /** Says that a step has ended that began at that {@link System#nanoTime}. */
    void done(String step, long since) {
        long tenths = Duration.ofNanos(System.nanoTime() - since).toMillis() / 100;
        Say.progress(step + ": " + tenths / 10 + "." + tenths % 10 + " s");
    }

    Duration total() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
