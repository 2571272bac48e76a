package uplink.customer.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/** Looks through all customers at night for those who may be the same. */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class DuplicateSearch implements Job {

    static final String NAME = "duplicates";

    @Inject
    private Duplicates duplicates;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(3, 20));
    }

    @Override
    public void run(Instant dueAt) {
        duplicates.refresh();
    }
}
