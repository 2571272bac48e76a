package uplink.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import uplink.notification.control.BounceBox;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/** Looks for letters that came back. */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class BounceJob implements Job {

    @Inject
    private BounceBox box;

    @Override
    public String name() {
        return "bounces";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofMinutes(2));
    }

    @Override
    public void run(Instant dueAt) {
        box.read();
    }
}
