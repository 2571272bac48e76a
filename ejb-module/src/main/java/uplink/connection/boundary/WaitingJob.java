package uplink.connection.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import uplink.address.boundary.CoverageChanged;
import uplink.shared.Allowed;
import uplink.shared.Incident;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.JobWanted;
import uplink.shared.jobs.Schedule;

/**
 * Looks whether there is a network now where applications wait for one: at once when something else is said of a place, and
 * every hour, because what was planned comes by itself and places are imported, merged and found.
 */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class WaitingJob implements Job {

    static final String NAME = "applications-waiting-for-coverage";

    private static final Logger LOG = Logger.getLogger(WaitingJob.class.getName());

    @Inject
    private WaitingApplications waiting;

    @Inject
    private Event<JobWanted> wanted;

    /** Whoever waits is looked at as soon as that is committed. */
    @Allowed(Permission.ANYONE)
    public void on(@Observes CoverageChanged changed) {
        wanted.fire(new JobWanted(NAME));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1));
    }

    @Override
    public void run(Instant dueAt) {
        List<UUID> next = waiting.next(null);
        while (!next.isEmpty()) {
            next.forEach(this::takeUp);
            next = waiting.next(next.get(next.size() - 1));
        }
    }

    /** One that cannot be taken up does not keep the others waiting. */
    private void takeUp(UUID application) {
        try {
            waiting.takeUp(application);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, Incident.of(e) + ": application " + application + " was not taken up", e);
        }
    }
}
