package uplink.retention.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Incident;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/**
 * Throws away what has served its time, at night or when somebody asks for it: by one rule after the other, in small steps,
 * so that nobody has to wait. A rule that fails does not keep the others from their work, nor a person the next one.
 */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class RetentionNights implements Job {

    /** As it was called when it had no rules. */
    static final String NAME = "housekeeping";

    private static final Logger LOG = Logger.getLogger(RetentionNights.class.getName());
    private static final Schedule NIGHTLY = Schedule.daily(LocalTime.of(4, 40));

    @Inject
    private RetentionWork work;

    @Inject
    private BusinessClock clock;

    /** When the next night's work begins. */
    static Instant next(BusinessClock clock) {
        ZonedDateTime last = NIGHTLY.lastDue(clock).atZone(clock.getZone());
        return last.plusDays(1).toInstant();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schedule schedule() {
        return NIGHTLY;
    }

    /** What is asked for, or was left behind, comes first; asked for by day, it does not bring the night forward. */
    @Override
    public void run(Instant dueAt) {
        work.open().ifPresent(this::workOn);
        if (dueAt.equals(NIGHTLY.lastDue(clock))) {
            work.night(BusinessClock.day(dueAt)).ifPresent(this::workOn);
        }
    }

    private void workOn(UUID run) {
        for (String rule : work.begin(run)) {
            if (work.goesOn(run)) {
                workOn(run, rule);
            }
        }
        work.end(run);
    }

    private void workOn(UUID run, String rule) {
        try {
            RetentionTask task = work.begin(run, rule);
            if (task.erases()) {
                erase(task);
            } else {
                while (work.take(task)) {
                    // and the next batch
                }
            }
            work.end(run, rule, null);
        } catch (RuntimeException e) {
            work.end(run, rule, told(e, rule));
        }
    }

    private void erase(RetentionTask task) {
        List<UUID> next = work.next(task, null);
        while (!next.isEmpty()) {
            for (UUID customer : next) {
                if (!erase(task, customer)) {
                    return;
                }
            }
            next = work.next(task, last(next));
        }
    }

    private boolean erase(RetentionTask task, UUID customer) {
        try {
            return work.erase(task, customer);
        } catch (RuntimeException e) {
            told(e, task.rule() + " " + customer);
            work.failed(task);
            return true;
        }
    }

    private static @Nullable UUID last(List<UUID> ids) {
        return ids.get(ids.size() - 1);
    }

    private static String told(RuntimeException failure, String what) {
        Incident incident = Incident.of(failure);
        LOG.log(Level.SEVERE, incident + ": keeping " + what + " failed", failure);
        return incident.code();
    }
}
