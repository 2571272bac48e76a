package uplink.shared.edge;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import uplink.shared.Settings;

/**
 * Token buckets by key: {@code burst} at once, then one every so often. Bounded: the key asked for longest ago is
 * forgotten first, which only gives it a full bucket again. {@code UPLINK_RATE_LIMIT_FACTOR} multiplies every limit.
 */
final class TokenBuckets {

    private static final int MOST_KEYS = 100_000;
    private static final BigDecimal FACTOR = new BigDecimal(Settings.text("UPLINK_RATE_LIMIT_FACTOR", "1"));

    /** The time at which the bucket would be full again: one number is the whole state (GCRA). */
    private final Map<String, Long> fullAt = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_KEYS;
        }
    };

    private final long nanosPerToken;
    private final long depthNanos;
    private final LongSupplier clock;

    TokenBuckets(long nanosPerToken, long burst, LongSupplier clock) {
        this.nanosPerToken = nanosPerToken;
        this.depthNanos = nanosPerToken * burst;
        this.clock = clock;
    }

    /** So many requests in so many seconds, and that burst, each times the factor. */
    static TokenBuckets of(int requests, int seconds, int burst) {
        long nanos = BigDecimal.valueOf(seconds * 1_000_000_000L)
                .divide(BigDecimal.valueOf(requests).multiply(FACTOR), 0, java.math.RoundingMode.CEILING)
                .longValueExact();
        long deep =
                BigDecimal.valueOf(burst).multiply(FACTOR).max(BigDecimal.ONE).longValue();
        return new TokenBuckets(nanos, deep, System::nanoTime);
    }

    /** Nanoseconds to wait; 0 when a token was there and has been taken. */
    synchronized long take(String key) {
        long now = clock.getAsLong();
        long full = Math.max(fullAt.getOrDefault(key, now), now) + nanosPerToken;
        long wait = full - now - depthNanos;
        if (wait > 0) {
            return wait;
        }
        fullAt.put(key, full);
        return 0;
    }
}
