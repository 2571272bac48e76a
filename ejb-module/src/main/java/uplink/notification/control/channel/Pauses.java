package uplink.notification.control.channel;

import java.time.Duration;
import java.time.Instant;
import uplink.shared.SystemTime;

/** Until when somebody is left alone: one second, and twice as long each time up to a minute, or as long as they want. */
public final class Pauses {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    /** Whoever wants more is asked again all the same. */
    private static final Duration MOST = Duration.ofHours(1);

    private Instant until = Instant.EPOCH;
    private Duration next = SHORTEST;

    public synchronized boolean isOn() {
        return SystemTime.now().isBefore(until);
    }

    /** Another one, longer than the last. */
    public synchronized void grow() {
        last(next);
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
    }

    /** One of that length; it never shortens one that is on. */
    public synchronized void last(Duration wanted) {
        Instant end = SystemTime.now().plus(wanted.compareTo(MOST) > 0 ? MOST : wanted);
        until = end.isAfter(until) ? end : until;
    }

    /** All is well: none is on, and the next one is short. */
    public synchronized void over() {
        until = Instant.EPOCH;
        next = SHORTEST;
    }
}
