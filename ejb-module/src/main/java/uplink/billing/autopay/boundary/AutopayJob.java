package uplink.billing.autopay.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import uplink.billing.autopay.control.AutopayRows.DueInvoice;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/**
 * Collects every morning what is due, from the account or a saved card. Repeatable at any point: an invoice is charged
 * once a day by a key of the database, and not at all while an earlier charge's outcome is open. It only writes down what
 * is wanted; the job that asks providers does the rest, as with every payment.
 */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class AutopayJob implements Job {

    private static final Logger LOG = Logger.getLogger(AutopayJob.class.getName());
    private static final int AT_ONCE = 100;

    @Inject
    private AutopayBook book;

    @Override
    public String name() {
        return "autopay";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(9, 0));
    }

    @Override
    public void run(Instant dueAt) {
        book.stopHopeless();
        UUID after = null;
        for (List<DueInvoice> due = book.due(after, AT_ONCE); !due.isEmpty(); due = book.due(after, AT_ONCE)) {
            due.forEach(this::collect);
            after = last(due);
        }
    }

    private static @Nullable UUID last(List<DueInvoice> due) {
        return due.get(due.size() - 1).invoice();
    }

    /** One customer's trouble is not another's. */
    private void collect(DueInvoice due) {
        try {
            book.begin(due);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "invoice " + due.invoice() + " could not be collected, it is tried again", e);
        }
    }
}
