package uplink.document.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/** Makes the files of packages, one after the other, on one node. What a server that died has left is gone on with. */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class PackageJob implements Job {

    static final String NAME = "document-packages";

    @Inject
    private PackageWork work;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofSeconds(5));
    }

    @Override
    public void run(Instant dueAt) {
        work.open().forEach(id -> {
            work.begin(id);
            while (work.goOn(id)) {
                // and the next files
            }
        });
    }
}
