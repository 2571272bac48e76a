package uplink.document.boundary;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The files of a bill run's invoices in one language, and how far they are made.
 *
 * @param language {@code ru} or {@code en}
 * @param total invoices and credit notes of the run; 0 before they are counted
 * @param done of which the file is there
 * @param failed of which no file could be made
 * @param ratePerMinute files a minute so far; 0 before
 * @param etaSeconds until the end at that rate; null when it is not under way
 * @param failure the incident under which the log tells why it failed
 */
public record DocumentPackage(
        UUID id,
        UUID runId,
        String language,
        PackageStatus status,
        int total,
        int done,
        int failed,
        long ratePerMinute,
        @Nullable Long etaSeconds,
        @Nullable String failure,
        Instant createdAt,
        @Nullable Instant finishedAt) {}
