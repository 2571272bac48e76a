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
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.control.Invariant;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.SystemTime;

/** Proves the promises about money in plain SQL; what breaks one puts its account into quarantine. */
@Stateless
@Allowed(Permission.SYSTEM_CHECK)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IntegrityCheck {

    private static final Logger LOG = Logger.getLogger(IntegrityCheck.class.getName());

    @Inject
    private InvariantCheck step;

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
        if (failure != null) {
            throw failure;
        }
        step.record(start, findings.size());
        return new CheckReport(
                start,
                Duration.between(start, SystemTime.now()).toMillis(),
                Arrays.stream(Invariant.values()).map(Invariant::code).toList(),
                findings);
    }

    private static RuntimeException first(@Nullable RuntimeException before, RuntimeException next) {
        return before == null ? next : before;
    }
}
