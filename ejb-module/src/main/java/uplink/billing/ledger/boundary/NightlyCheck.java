package uplink.billing.ledger.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import java.util.logging.Level;
import java.util.logging.Logger;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/** Snapshots of the house accounts, then the proof that everything adds up. Findings are logged as severe. */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class NightlyCheck implements Job {

    private static final Logger LOG = Logger.getLogger(NightlyCheck.class.getName());

    @Inject
    private Ledger ledger;

    @Inject
    private IntegrityCheck check;

    @Override
    public String name() {
        return "integrity-check";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(3, 30));
    }

    @Override
    public void run(Instant dueAt) {
        ledger.takeSnapshots();
        check.run().findings().forEach(finding -> LOG.log(Level.SEVERE, "integrity: {0}", finding));
    }
}
