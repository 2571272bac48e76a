package uplink.shared.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** One node by itself: how it counts, and how it goes on counting when there is no database. */
class TokenBucketsTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong(-5 * SECOND);
    private final TokenBuckets buckets = new TokenBuckets("test", SECOND / 20, 60, () -> SharedTokens.NONE, now::get);

    @Test
    void aBurstThenTheSteadyRate() {
        for (int i = 0; i < 60; i++) {
            assertEquals(0, wait("a"));
        }
        assertEquals(SECOND / 20, wait("a"));
        assertEquals(SECOND / 20, wait("a"), "a refused request costs nothing");
        now.addAndGet(SECOND / 20);
        assertEquals(0, wait("a"));
        assertEquals(SECOND / 20, wait("a"));
        now.addAndGet(3 * SECOND);
        for (int i = 0; i < 60; i++) {
            assertEquals(0, wait("a"));
        }
        assertEquals(SECOND / 20, wait("a"));
    }

    @Test
    void keysDoNotShare() {
        for (int i = 0; i < 61; i++) {
            wait("a");
        }
        assertEquals(0, wait("b"));
    }

    @Test
    void everyAnswerSaysWhatIsLeft() {
        assertEquals(new Allowance(60, 59, 1), buckets.take("a").allowance());
        for (int i = 0; i < 39; i++) {
            wait("a");
        }
        assertEquals(new Allowance(60, 19, 3), buckets.take("a").allowance());
        for (int i = 0; i < 19; i++) {
            wait("a");
        }
        TokenBuckets.Taken refused = buckets.take("a");
        assertTrue(refused.isRefused());
        assertEquals(new Allowance(60, 0, 1), refused.allowance());
    }

    @Test
    void theFactorMultipliesRateAndBurst() {
        assertEquals(SECOND / 20, TokenBuckets.nanosPerToken(20, 1, BigDecimal.ONE));
        assertEquals(SECOND / 20_000, TokenBuckets.nanosPerToken(20, 1, new BigDecimal("1000")));
        assertEquals(12 * SECOND, TokenBuckets.nanosPerToken(10, 60, new BigDecimal("0.5")));
        assertEquals(60_000, TokenBuckets.burst(60, new BigDecimal("1000")));
        assertEquals(5, TokenBuckets.burst(10, new BigDecimal("0.5")));
        assertEquals(1, TokenBuckets.burst(10, new BigDecimal("0.01")), "nobody is locked out for good");
    }

    private long wait(String key) {
        return buckets.take(key).waitNanos();
    }
}
