package uplink.billing.ledger.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import uplink.billing.ledger.control.Invariant;
import uplink.billing.ledger.control.LastCheck;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/** Proves the promises about money in plain SQL; what breaks one puts its account into quarantine. */
@Stateless
@Allowed(Permission.SYSTEM_CHECK)
public class IntegrityCheck {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private Event<Finding> found;

    /** Checks every invariant now; how many findings there were is then a metric on every node. */
    public CheckReport run() {
        Instant start = SystemTime.now();
        List<Finding> findings = new ArrayList<>();
        for (Invariant invariant : Invariant.values()) {
            findings.addAll(invariant.check(Sql.in(database)));
        }
        findings.stream().filter(finding -> finding.customerId() != null).forEach(found::fire);
        LastCheck.record(Sql.in(database), start, findings.size());
        return new CheckReport(
                start,
                Duration.between(start, SystemTime.now()).toMillis(),
                Arrays.stream(Invariant.values()).map(Invariant::code).toList(),
                findings);
    }
}
