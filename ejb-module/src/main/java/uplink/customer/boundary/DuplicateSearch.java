package uplink.customer.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import java.util.logging.Logger;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/**
 * Looks through all customers at night for those who may be the same. Documents that have no fingerprint yet get theirs
 * before.
 */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class DuplicateSearch implements Job {

    static final String NAME = "duplicates";

    private static final Logger LOG = Logger.getLogger(DuplicateSearch.class.getName());
    private static final int CHUNK = 500;

    @Inject
    private IdentityDocuments documents;

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
        fingerprints();
        duplicates.refresh();
    }

    /** In chunks, each with a transaction of its own. One that does not open keeps nobody from being compared. */
    private void fingerprints() {
        UUID after = new UUID(0, 0);
        int closed = 0;
        while (after != null) {
            FingerprintChunk chunk = documents.fingerprint(after, CHUNK);
            closed += chunk.closed();
            after = chunk.last();
        }
        if (closed > 0) {
            LOG.warning(closed + " documents of identity do not open with UPLINK_SECRET_KEY and are not compared");
        }
    }
}
