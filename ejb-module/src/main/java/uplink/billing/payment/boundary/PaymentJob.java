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
import uplink.billing.payment.control.Due;
import uplink.billing.payment.control.Silences;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/**
 * Asks providers about payments whose outcome is open: at once when one of them says that there is news, else after
 * pauses that grow to two minutes. Never by charging again. A provider that is silent does not keep the others' payments
 * waiting.
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
        Silences silences = new Silences();
        for (List<Due> due = due(stuck, silences); !due.isEmpty(); due = due(stuck, silences)) {
            due.stream()
                    .filter(one -> !silences.isSilent(one.provider()))
                    .filter(one -> !settle(one, silences))
                    .forEach(one -> stuck.add(one.payment()));
        }
    }

    private List<Due> due(Set<UUID> stuck, Silences silences) {
        return book.due(AT_ONCE + stuck.size(), silences.silent()).stream()
                .filter(one -> !stuck.contains(one.payment()))
                .toList();
    }

    private boolean settle(Due one, Silences silences) {
        try {
            silences.note(one.provider(), settling.settle(one.payment()));
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "payment " + one.payment() + " could not be settled, it is tried again", e);
            return false;
        }
    }
}
