package uplink.shared;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then a 12-bit counter within the millisecond (method 1 of §6.2), then
 * random bits. Ids of one process never go backwards, so newest first is descending by id.
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ThreadLocal<RandomBuffer> BUFFER = ThreadLocal.withInitial(RandomBuffer::new);
    /** Milliseconds and counter of the last id, as one number: 52 + 12 bits. */
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    public static UUID next() {
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, SystemTime.millis() << 12));
        long high = (tick >>> 12 << 16) | 0x7000L | (tick & 0xFFF);
        return new UUID(high, (BUFFER.get().nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }

    /** When the id was made, to the millisecond. */
    public static Instant instantOf(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /** Draws random bytes in bulk: one call of the generator for 512 ids. */
    private static final class RandomBuffer {
        private final java.nio.ByteBuffer bytes =
                java.nio.ByteBuffer.allocate(4096).limit(0);

        long nextLong() {
            if (!bytes.hasRemaining()) {
                RANDOM.nextBytes(bytes.clear().array());
            }
            return bytes.getLong();
        }
    }
}
