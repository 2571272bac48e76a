package uplink.billing.ledger.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uplink.audit.boundary.AuditVerification;
import uplink.billing.ledger.control.Invariant;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.SystemTime;

/**
 * Proves the promises about money in plain SQL, and that the audit trail has what people did to it; what breaks one puts
 * its account into quarantine.
 */
@Stateless
@Allowed(Permission.SYSTEM_CHECK)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IntegrityCheck {

    private static final Logger LOG = Logger.getLogger(IntegrityCheck.class.getName());

    private static final String TRAIL = "trail-is-whole";

    @Inject
    private InvariantCheck step;

    @Inject
    private AuditVerification verification;

    /**
     * Checks every invariant now; how many findings there were is then a metric on every node. One that cannot be checked
     * keeps none of the others from it; what they have found stays although the check as a whole then fails.
     */
    public CheckReport run() {
        Instant start = SystemTime.now();
        List<Finding> findings = new ArrayList<>();
        RuntimeException failure = null;
        for (Invariant invariant : Invariant.values()) {
            try {
                findings.addAll(step.check(invariant));
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, "invariant " + invariant.code() + " could not be checked", e);
                failure = first(failure, e);
            }
        }
        try {
            findings.addAll(trail());
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "the audit trail could not be verified", e);
            failure = first(failure, e);
        }
        if (failure != null) {
            throw failure;
        }
        step.record(start, findings.size());
        return new CheckReport(
                start,
                Duration.between(start, SystemTime.now()).toMillis(),
                Stream.concat(Arrays.stream(Invariant.values()).map(Invariant::code), Stream.of(TRAIL))
                        .toList(),
                findings);
    }

    /** The seals of the audit trail, from where they were proved last. */
    private List<Finding> trail() {
        return verification.verify().findings().stream()
                .map(finding -> new Finding(
                        TRAIL,
                        finding.row() == null ? "seal " + finding.seal() : "row " + finding.row(),
                        null,
                        finding.kind().code()))
                .toList();
    }

    private static RuntimeException first(@Nullable RuntimeException before, RuntimeException next) {
        return before == null ? next : before;
    }
}
