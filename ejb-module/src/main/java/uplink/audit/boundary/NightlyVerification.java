package uplink.audit.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/** Verifies the whole trail every night. Findings are logged as severe, and the day's last hash with the other lines. */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class NightlyVerification implements Job {

    @Inject
    private AuditVerification verification;

    @Override
    public String name() {
        return "audit-verification";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(3, 50));
    }

    @Override
    public void run(Instant dueAt) {
        verification.verifyWhole();
    }
}
