package uplink.shared;

import java.time.Instant;

/**
 * The machine's time: for tokens, one-time codes, sessions, leases, timeouts and ids. Never for billing: see
 * {@link BusinessClock}.
 */
public final class SystemTime {

    private SystemTime() {}

    public static Instant now() {
        return Instant.now();
    }

    public static long millis() {
        return System.currentTimeMillis();
    }
}
