package uplink.billing.ledger.boundary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day up to which the books are closed.
 *
 * @param closedThrough the last closed day; left out when reopening: nothing stays closed
 * @param reason at most 500 characters; must be there to reopen
 */
public record PeriodDecision(@Nullable LocalDate closedThrough, @Nullable String reason) {}
