package uplink.billing.subscription.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import uplink.customer.boundary.Contracts;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/** Lets what was recorded ahead take effect when its day has come, before the day's bill run. */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class DailyStatuses implements Job {

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private Contracts contracts;

    @Inject
    private Relocations relocations;

    @Override
    public String name() {
        return "subscription-statuses";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(0, 1));
    }

    @Override
    public void run(Instant dueAt) {
        contracts.settleEnded();
        while (relocations.settle() > 0) {
            // and the next ones
        }
        while (subscriptions.settleStatuses() > 0) {
            // and the next ones
        }
    }
}
