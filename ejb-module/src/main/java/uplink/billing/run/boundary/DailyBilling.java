package uplink.billing.run.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/** Bills every night what is due by today; days that were missed are in it. Again on the same day it finds nothing. */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class DailyBilling implements Job {

    @Inject
    private BillRuns runs;

    @Inject
    private BusinessClock clock;

    @Override
    public String name() {
        return "daily-billing";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(0, 5));
    }

    @Override
    public void run(Instant dueAt) {
        runs.start(clock.today(), RunMode.COMMIT);
    }
}
