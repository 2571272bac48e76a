package uplink.bulk.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import uplink.shared.Allowed;
import uplink.shared.Incident;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/**
 * Works off bulk works, on one node: of each that is under way a chunk in turn, so that nobody's preview waits for somebody
 * else's hundred thousand. One that fails does not keep the others from going on.
 */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class BulkJob implements Job {

    static final String NAME = "bulk-works";

    private static final Logger LOG = Logger.getLogger(BulkJob.class.getName());

    @Inject
    private BulkSteps steps;

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
        for (List<UUID> open = steps.open(); !open.isEmpty(); open = steps.open()) {
            open.forEach(this::workOn);
        }
    }

    private void workOn(UUID work) {
        try {
            step(work);
        } catch (RuntimeException e) {
            Incident incident = Incident.of(e);
            LOG.log(Level.SEVERE, incident + ": bulk work " + work + " failed", e);
            steps.fail(work, incident.code());
        }
    }

    private void step(UUID work) {
        if (steps.isRehearsal(work)) {
            steps.found(work, steps.rehearse(work));
            return;
        }
        try {
            steps.chunk(work, null);
        } catch (ItemStopped stopped) {
            steps.chunk(work, stopped);
        }
    }
}
