package uplink.audit.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.audit.control.SealCopies;
import uplink.audit.control.SealCopies.Copy;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/** Seals what was committed, and keeps the seals of all nodes on this one's disk. */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class SealJob implements Job {

    @Inject
    private Seals seals;

    /** What the files hold; they are read once, at the start. */
    private @Nullable Long copied;

    @Override
    public String name() {
        return "audit-seal";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofSeconds(5));
    }

    @Override
    public synchronized void run(Instant dueAt) {
        while (seals.seal() > 0) {
            // and the next
        }
        SealCopies copies = SealCopies.fromEnvironment();
        long last = copied == null ? copies.last() : copied;
        for (List<Copy> next = seals.after(last); !next.isEmpty(); next = seals.after(last)) {
            copies.add(next);
            last = next.get(next.size() - 1).no();
        }
        copied = last;
    }
}
