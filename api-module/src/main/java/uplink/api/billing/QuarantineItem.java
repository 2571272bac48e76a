package uplink.api.billing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.run.boundary.QuarantineEntry;
import uplink.shared.Page;

/**
 * A customer that could not be billed, with the reason in the reader's language.
 *
 * @param reason stable code
 * @param explanation the reason in words
 */
public record QuarantineItem(
        UUID id,
        UUID customerId,
        String fullName,
        String contractNumber,
        @Nullable UUID runId,
        String reason,
        String explanation,
        int attempts,
        Instant createdAt,
        Instant lastTriedAt,
        @Nullable Instant resolvedAt) {

    static Page<QuarantineItem> page(Page<QuarantineEntry> page, Locale language) {
        List<QuarantineItem> items =
                page.items().stream().map(entry -> of(entry, language)).toList();
        return new Page<>(items, page.nextCursor());
    }

    private static QuarantineItem of(QuarantineEntry entry, Locale language) {
        return new QuarantineItem(
                entry.id(),
                entry.customerId(),
                entry.fullName(),
                entry.contractNumber(),
                entry.runId(),
                entry.reason(),
                entry.explanation().in(language),
                entry.attempts(),
                entry.createdAt(),
                entry.lastTriedAt(),
                entry.resolvedAt());
    }
}
