package uplink.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the work of the current thread came from, for the audit trail. Set at the edge, beside the caller.
 *
 * @param edge {@code api}, {@code console} or {@code job}
 * @param address the client's; null for jobs
 * @param agent what the client calls itself
 * @param requestId as in the logs
 * @param key the API key of a service account
 */
public record Origin(
        String edge, @Nullable String address, @Nullable String agent, @Nullable String requestId, @Nullable UUID key) {

    private static final Origin JOB = new Origin("job", null, null, null, null);
    private static final ThreadLocal<Origin> CURRENT = new ThreadLocal<>();

    /** Where nothing was said the work is a job's. */
    public static Origin current() {
        Origin origin = CURRENT.get();
        return origin == null ? JOB : origin;
    }

    /** Whoever sets it clears it, on the same thread. */
    public static void set(Origin origin) {
        CURRENT.set(origin);
    }

    public static void clear() {
        CURRENT.remove();
    }

    /** The same, now that it is known by which key. */
    public Origin by(UUID apiKey) {
        return new Origin(edge, address, agent, requestId, apiKey);
    }
}
