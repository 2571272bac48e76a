package uplink.billing.ledger.boundary;

import java.time.Instant;
import java.util.List;

/**
 * The result of one integrity check.
 *
 * @param invariants names of all that were checked
 * @param findings at most 1,000 an invariant
 */
public record CheckReport(Instant startedAt, long millis, List<String> invariants, List<Finding> findings) {

    public boolean isClean() {
        return findings.isEmpty();
    }
}
