package uplink.shared.gather;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import uplink.shared.Callers;

/**
 * Begins rounds on threads of their own: a bounded pool with a bounded queue, so that parts that hang cost the others
 * their parts and nobody else anything.
 */
@ApplicationScoped
public class Gathering {

    private static final Duration PATIENCE = Duration.ofMillis(1500);

    @Resource(lookup = "concurrent/uplink-gather")
    private ManagedExecutorService threads;

    /** A round for the caller of this thread, whose deadline runs from now. */
    public Round begin() {
        return new Round(threads, Callers.current(), PATIENCE);
    }
}
