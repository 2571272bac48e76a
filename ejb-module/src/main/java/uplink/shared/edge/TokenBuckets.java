package uplink.shared.edge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import uplink.shared.Settings;

/**
 * Token buckets by key: {@code burst} at once, then one every so often, over all nodes together. Bounded: the key asked
 * for longest ago is forgotten first. {@code UPLINK_RATE_LIMIT_FACTOR} multiplies every limit.
 */
final class TokenBuckets {

    private static final int MOST_KEYS = 50_000;
    private static final long SECOND = 1_000_000_000L;
    /** A sixth of a burst: what a node may hold of it at most. */
    private static final int LEASES_IN_A_BURST = 6;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_KEYS;
        }
    };

    private final String name;
    private final long nanosPerToken;
    private final long burst;
    private final Supplier<SharedTokens> shared;
    private final LongSupplier clock;

    TokenBuckets(String name, long nanosPerToken, long burst, Supplier<SharedTokens> shared, LongSupplier clock) {
        this.name = name;
        this.nanosPerToken = nanosPerToken;
        this.burst = burst;
        this.shared = shared;
        this.clock = clock;
    }

    /** So many requests in so many seconds, and that burst, each times the installation's factor. */
    static TokenBuckets of(String name, int requests, int seconds, int burst, Supplier<SharedTokens> shared) {
        BigDecimal factor = new BigDecimal(Settings.text("UPLINK_RATE_LIMIT_FACTOR", "1"));
        return new TokenBuckets(
                name, nanosPerToken(requests, seconds, factor), burst(burst, factor), shared, System::nanoTime);
    }

    static long nanosPerToken(int requests, int seconds, BigDecimal factor) {
        return BigDecimal.valueOf(seconds * SECOND)
                .divide(BigDecimal.valueOf(requests).multiply(factor), 0, RoundingMode.CEILING)
                .longValueExact();
    }

    static long burst(int burst, BigDecimal factor) {
        return BigDecimal.valueOf(burst).multiply(factor).max(BigDecimal.ONE).longValue();
    }

    /**
     * What is left after one was taken.
     *
     * @param waitNanos 0 when there was one
     */
    record Taken(long waitNanos, Allowance allowance) {

        boolean isRefused() {
            return waitNanos > 0;
        }
    }

    /** Takes a token, from this node's lease or from the bucket of all nodes. */
    Taken take(String key) {
        Bucket bucket = bucket(key);
        synchronized (bucket) {
            long now = clock.getAsLong();
            if (bucket.useHeld(now)) {
                return taken(bucket, 0, now);
            }
            long refused = bucket.refusedFor(now);
            if (refused > 0) {
                return taken(bucket, refused, now);
            }
            Optional<SharedTokens.Grant> grant =
                    shared.get().take(name + ' ' + key, bucket.nextLease(now), nanosPerToken, nanosPerToken * burst);
            long after = clock.getAsLong();
            long wait = grant.isPresent() ? bucket.accept(grant.get(), after) : bucket.countAlone(after);
            return taken(bucket, wait, after);
        }
    }

    private Bucket bucket(String key) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    key,
                    k -> new Bucket(
                            nanosPerToken,
                            nanosPerToken * burst,
                            Math.max(1, burst / LEASES_IN_A_BURST),
                            clock.getAsLong()));
        }
    }

    private Taken taken(Bucket bucket, long wait, long now) {
        return wait > 0
                ? new Taken(wait, new Allowance(burst, 0, Math.max(1, seconds(wait))))
                : new Taken(0, new Allowance(burst, bucket.remaining(now), seconds(bucket.nanosToFull(now))));
    }

    private static long seconds(long nanos) {
        return (nanos + SECOND - 1) / SECOND;
    }
}
