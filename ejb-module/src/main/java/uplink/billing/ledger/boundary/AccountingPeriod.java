package uplink.billing.ledger.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision about the accounting period.
 *
 * @param closedThrough the last closed day from then on; null: none is closed
 * @param reason must be there for reopening
 * @param decidedBy the name of who decided it
 */
public record AccountingPeriod(
        UUID id,
        PeriodAction action,
        @Nullable LocalDate closedThrough,
        @Nullable String reason,
        String decidedBy,
        Instant decidedAt) {}
