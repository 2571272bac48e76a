package uplink.network.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/** Lets planned outages begin when their time has come. */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class OutageJob implements Job {

    @Inject
    private Outages outages;

    @Override
    public String name() {
        return "outages";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofSeconds(30));
    }

    @Override
    public void run(Instant dueAt) {
        while (outages.begin() > 0) {
            // and the next ones
        }
    }
}
