package uplink.shared.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.LockSupport;
import uplink.shared.SystemTime;

/**
 * Runs jobs that have just been given work. One that is running may have looked for work before there was this: so whoever
 * wants it waits until it is over and runs it again, however many want it in the meantime.
 */
final class WantedJobs {

    /** A run that takes longer is followed by the next due one. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private final DueJobs due;
    /** Who waits for a job's turn here; whoever has begun waits no longer. */
    private final ConcurrentMap<String, Object> waiting = new ConcurrentHashMap<>();

    WantedJobs(DueJobs due) {
        this.due = due;
    }

    /** Comes back when the job has run after this call, here or by the call of another who was waiting already. */
    void run(Job job) {
        Object self = new Object();
        if (waiting.putIfAbsent(job.name(), self) != null) {
            return;
        }
        Runnable begun = () -> waiting.remove(job.name(), self);
        try {
            Instant end = SystemTime.now().plus(PATIENCE);
            Duration pause = SHORTEST_PAUSE;
            while (!due.runNow(job, begun) && SystemTime.now().isBefore(end)) {
                LockSupport.parkNanos(pause.toNanos());
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } finally {
            begun.run();
        }
    }
}
