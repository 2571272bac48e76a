package uplink.customer.boundary;

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
import uplink.shared.Incident;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/**
 * Works off the queue of imports, one after the other, on one node. What a server that died has left half-way wrote
 * nothing and is begun again.
 */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class ImportQueue implements Job {

    static final String NAME = "imports";

    private static final Logger LOG = Logger.getLogger(ImportQueue.class.getName());

    @Inject
    private ImportMarks marks;

    @Inject
    private ImportWork work;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofSeconds(1));
    }

    /** A file that arrives meanwhile is seen before the end: nobody has to wait for the next tick. */
    @Override
    public void run(Instant dueAt) {
        Set<UUID> seen = new HashSet<>();
        List<UUID> waiting = marks.waiting();
        while (seen.addAll(waiting)) {
            waiting.forEach(this::workOn);
            waiting = marks.waiting();
        }
    }

    private void workOn(UUID id) {
        if (!marks.begin(id)) {
            return;
        }
        try {
            work.run(id);
        } catch (RuntimeException e) {
            Incident incident = Incident.of(e);
            LOG.log(Level.SEVERE, incident + ": import " + id + " failed", e);
            marks.fail(id, incident.code());
        }
    }
}
