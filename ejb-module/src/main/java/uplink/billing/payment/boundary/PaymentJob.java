package uplink.billing.payment.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/**
 * Asks providers about payments whose outcome is open: at once when one of them says that there is news, else after
 * pauses that grow to two minutes. Never by charging again.
 */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class PaymentJob implements Job {

    static final String NAME = "payments";

    private static final Logger LOG = Logger.getLogger(PaymentJob.class.getName());
    private static final int AT_ONCE = 100;

    @Inject
    private PaymentBook book;

    @Inject
    private Settling settling;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofSeconds(5));
    }

    @Override
    public void run(Instant dueAt) {
        Set<UUID> stuck = new HashSet<>();
        for (List<UUID> due = due(stuck); !due.isEmpty(); due = due(stuck)) {
            due.stream().filter(payment -> !settle(payment)).forEach(stuck::add);
        }
    }

    private List<UUID> due(Set<UUID> stuck) {
        return book.due(AT_ONCE + stuck.size()).stream()
                .filter(payment -> !stuck.contains(payment))
                .toList();
    }

    private boolean settle(UUID payment) {
        try {
            settling.settle(payment);
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "payment " + payment + " could not be settled, it is tried again", e);
            return false;
        }
    }
}
