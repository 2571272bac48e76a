package uplink.shared.idempotency;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of the wish to use a key.
 *
 * @param id proves on completion that nobody has taken the claim over
 * @param answer the first answer; only when done
 */
public record Claim(State state, UUID owner, String key, UUID id, @Nullable StoredAnswer answer) {

    /** What the holder of the request does next. */
    public enum State {
        /** Do the work. */
        MINE,
        /** Somebody else is doing it. */
        RUNNING,
        /** Give the first answer again. */
        DONE,
        /** The key belongs to another request. */
        REUSED
    }

    public StoredAnswer firstAnswer() {
        if (answer == null) {
            throw new IllegalStateException("there is no answer yet");
        }
        return answer;
    }
}
