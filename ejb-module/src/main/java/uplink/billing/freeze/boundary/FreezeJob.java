package uplink.billing.freeze.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/** Lets freezes begin and end on their day, before the day's bill run. */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class FreezeJob implements Job {

    @Inject
    private Freezes freezes;

    @Override
    public String name() {
        return "freezes";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(0, 2));
    }

    @Override
    public void run(Instant dueAt) {
        while (freezes.settle() > 0) {
            // and the next ones
        }
    }
}
