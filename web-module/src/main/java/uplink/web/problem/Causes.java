package uplink.web.problem;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is at the bottom of exceptions that the platform wraps in its own. */
final class Causes {

    private Causes() {}

    static <T extends Throwable> Optional<T> find(@Nullable Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = next(cause)) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Throwable next(Throwable thrown) {
        return thrown.getCause() == thrown ? null : thrown.getCause();
    }
}
