package uplink.audit.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.audit.control.LastVerification;
import uplink.audit.control.SealCopies;
import uplink.audit.control.Verifier;
import uplink.audit.control.Verifier.Proof;
import uplink.shared.Allowed;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.Sql;

/** Proves that the trail is what it was when it was sealed. */
@Stateless
@Allowed(Permission.AUDIT_READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditVerification {

    private static final Logger LOG = Logger.getLogger(AuditVerification.class.getName());

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    /**
     * Follows the chain from the seal that was proved last, and compares it with the copies of this node: what came since
     * is all that is read. What it finds is logged as severe, and how much is a metric on every node.
     */
    @Allowed({Permission.AUDIT_READ, Permission.SYSTEM_CHECK})
    public AuditReport verify() {
        return verifyFrom(LastVerification.proved(Sql.in(database)).orElse(null));
    }

    /** Follows the whole chain: who can rewrite the database can also rewrite what it says was proved. */
    @Allowed(Permission.SYSTEM)
    public AuditReport verifyWhole() {
        return verifyFrom(null);
    }

    private AuditReport verifyFrom(@Nullable Proof proved) {
        AuditReport report = new Verifier(Sql.in(database), SealCopies.fromEnvironment(), proved).verify();
        report.findings().forEach(finding -> LOG.log(Level.SEVERE, "audit trail: {0}", finding));
        LOG.info(() -> "audit trail: %d rows under %d seals, the last one %s, %d findings"
                .formatted(
                        report.rows(),
                        report.seals(),
                        report.hash(),
                        report.findings().size()));
        // the figure is the system's: whoever verifies has changed nothing
        Callers.run(Caller.system("audit-verification"), () -> LastVerification.record(Sql.in(database), report));
        return report;
    }
}
