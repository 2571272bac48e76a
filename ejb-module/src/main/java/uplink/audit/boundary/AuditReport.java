package uplink.audit.boundary;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a verification.
 *
 * @param since number of the seal from which on it looked, because that far all was proved before; 0: from the beginning
 * @param rows rows whose hash was compared
 * @param seals seals whose chain was followed
 * @param waiting rows that have no seal yet
 * @param last number of the last seal; 0 when there is none
 * @param hash of the last seal; null when there is none
 * @param findings at most 1,000
 */
public record AuditReport(
        Instant startedAt,
        long millis,
        long since,
        long rows,
        long seals,
        long waiting,
        long last,
        @Nullable String hash,
        List<AuditFinding> findings) {

    public AuditReport {
        findings = List.copyOf(findings);
    }

    /** Whether the trail is whole. */
    public boolean clean() {
        return findings.isEmpty();
    }
}
