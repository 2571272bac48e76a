package uplink.address.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/** Looks for the houses of addresses that came before the tree, or in bulk. */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class HouseJob implements Job {

    @Inject
    private Houses houses;

    @Override
    public String name() {
        return "houses-of-addresses";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1));
    }

    @Override
    public void run(Instant dueAt) {
        Optional<UUID> last = houses.link(null);
        while (last.isPresent()) {
            last = houses.link(last.get());
        }
    }
}
