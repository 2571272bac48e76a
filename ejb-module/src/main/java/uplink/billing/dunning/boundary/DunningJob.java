package uplink.billing.dunning.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import uplink.billing.invoice.boundary.Invoices;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.Settings;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/** Does every day what is due: in the morning, when people may be reminded and somebody is there to take a call. */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class DunningJob implements Job {

    @Inject
    private Invoices invoices;

    @Inject
    private Dunning dunning;

    @Override
    public String name() {
        return "dunning";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.parse(Settings.text("UPLINK_DUNNING_AT", "09:00")));
    }

    @Override
    public void run(Instant dueAt) {
        while (invoices.markOverdue() > 0) {
            // and the next ones
        }
        while (dunning.step()) {
            // and the next batch
        }
    }
}
