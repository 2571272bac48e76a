package uplink.billing.invoice.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/** Marks every night the invoices whose due date has passed. */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class OverdueInvoices implements Job {

    @Inject
    private Invoices invoices;

    @Override
    public String name() {
        return "overdue-invoices";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(0, 30));
    }

    @Override
    public void run(Instant dueAt) {
        while (invoices.markOverdue() > 0) {
            // and the next ones
        }
    }
}
