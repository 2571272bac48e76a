package uplink.shared.events;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Outbox;

/** Takes committed events to the broker, on every node. Woken by each commit, and by a timer as a net. */
@ApplicationScoped
public class Relay {

    private static final Caller SELF = Caller.system("relay");
    private static final Duration LINGER = Duration.ofSeconds(2);

    @Resource
    private ManagedExecutorService threads;

    @Inject
    private RelayStep step;

    @Inject
    private Broker broker;

    private @Nullable RelayLoop loop;
    private volatile boolean subscribed;

    @PostConstruct
    void prepare() {
        loop = new RelayLoop(threads, this::next, LINGER);
    }

    void afterCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Filled filled) {
        wake();
    }

    public void wake() {
        if (loop != null) {
            loop.wake();
        }
    }

    /** Events wait in the outbox until {@link #resume}, for work on this node that nobody is to wait for the telling of. */
    public void hold() {
        if (loop != null) {
            loop.hold();
        }
    }

    /** Passes on what has waited. */
    public void resume() {
        if (loop != null) {
            loop.resume();
        }
    }

    private @Nullable UUID next(@Nullable UUID after) {
        return Callers.as(SELF, () -> publish(after));
    }

    private @Nullable UUID publish(@Nullable UUID after) {
        if (!subscribed) {
            broker.subscribe();
            subscribed = true;
        }
        try {
            return step.next(after);
        } catch (RuntimeException e) {
            subscribed = false; // it may come back as another broker
            throw e;
        }
    }
}
