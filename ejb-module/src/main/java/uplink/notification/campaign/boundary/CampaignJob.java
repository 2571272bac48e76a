package uplink.notification.campaign.boundary;

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
 * Begins campaigns, puts them into the queue, of each a chunk in turn, and ends them. The queue's own jobs send. One that
 * fails does not keep the others from going on.
 */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class CampaignJob implements Job {

    static final String NAME = "campaigns";

    private static final Logger LOG = Logger.getLogger(CampaignJob.class.getName());

    @Inject
    private CampaignSteps steps;

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
        List<UUID> running = steps.open();
        List<UUID> left = running;
        while (!left.isEmpty()) {
            left = left.stream().filter(this::hasMore).toList();
        }
        running.forEach(steps::end);
    }

    private boolean hasMore(UUID campaign) {
        try {
            return steps.tell(campaign);
        } catch (RuntimeException e) {
            Incident incident = Incident.of(e);
            LOG.log(Level.SEVERE, incident + ": campaign " + campaign + " failed", e);
            steps.fail(campaign, incident.code());
            return false;
        }
    }
}
