package uplink.billing.refund.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import uplink.billing.payment.boundary.PaymentBook;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/** Asks providers about refunds whose outcome is open, and about what they may have taken back by themselves. */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class RefundJob implements Job {

    private static final Logger LOG = Logger.getLogger(RefundJob.class.getName());
    private static final int AT_ONCE = 100;

    @Inject
    private RefundBook book;

    @Inject
    private RefundSettling settling;

    @Override
    public String name() {
        return PaymentBook.RETURNS_JOB;
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofSeconds(5));
    }

    @Override
    public void run(Instant dueAt) {
        all(book::due, settling::settle);
        all(book::returnsDue, settling::askReturns);
    }

    private static void all(IntFunction<List<UUID>> due, Consumer<UUID> work) {
        Set<UUID> done = new HashSet<>();
        for (List<UUID> next = due.apply(AT_ONCE); !next.isEmpty(); next = due.apply(AT_ONCE + done.size())) {
            List<UUID> fresh = next.stream().filter(done::add).toList();
            if (fresh.isEmpty()) {
                return;
            }
            fresh.forEach(id -> tried(id, work));
        }
    }

    private static void tried(UUID id, Consumer<UUID> work) {
        try {
            work.accept(id);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "what goes back by " + id + " could not be settled, it is tried again", e);
        }
    }
}
