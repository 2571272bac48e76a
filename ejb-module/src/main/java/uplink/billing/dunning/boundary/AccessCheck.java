package uplink.billing.dunning.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/** Counts every quarter of an hour whose service does not follow their money. */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class AccessCheck implements Job {

    @Inject
    private AccessGaps gaps;

    @Override
    public String name() {
        return "access-gaps";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofMinutes(15));
    }

    @Override
    public void run(Instant dueAt) {
        gaps.count();
    }
}
