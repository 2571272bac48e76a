package uplink.billing.ledger.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import uplink.billing.ledger.control.Invariant;
import uplink.billing.ledger.control.LastCheck;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.Sql;

/** The steps of an integrity check, each in a transaction of its own: what one has found stays, whatever comes after. */
@Stateless
@Allowed(Permission.SYSTEM_CHECK)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class InvariantCheck {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private Event<Finding> found;

    /** Checks one; whoever it finds is put into quarantine. */
    public List<Finding> check(Invariant invariant) {
        List<Finding> findings = invariant.check(Sql.in(database));
        findings.stream().filter(finding -> finding.customerId() != null).forEach(found::fire);
        return findings;
    }

    /** Records that all of them were checked. */
    public void record(Instant startedAt, int findings) {
        LastCheck.record(Sql.in(database), startedAt, findings);
    }
}
