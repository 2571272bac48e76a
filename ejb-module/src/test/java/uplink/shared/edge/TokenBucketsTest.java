package uplink.shared.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong(-5 * SECOND);
    private final TokenBuckets buckets = new TokenBuckets(SECOND / 20, 60, now::get);

    @Test
    void aBurstThenTheSteadyRate() {
        for (int i = 0; i < 60; i++) {
            assertEquals(0, buckets.take("a"));
        }
        assertEquals(SECOND / 20, buckets.take("a"));
        assertEquals(SECOND / 20, buckets.take("a"), "a refused request costs nothing");
        now.addAndGet(SECOND / 20);
        assertEquals(0, buckets.take("a"));
        assertEquals(SECOND / 20, buckets.take("a"));
        now.addAndGet(3 * SECOND);
        for (int i = 0; i < 60; i++) {
            assertEquals(0, buckets.take("a"));
        }
        assertEquals(SECOND / 20, buckets.take("a"));
    }

    @Test
    void keysDoNotShare() {
        for (int i = 0; i < 61; i++) {
            buckets.take("a");
        }
        assertEquals(0, buckets.take("b"));
    }
}
