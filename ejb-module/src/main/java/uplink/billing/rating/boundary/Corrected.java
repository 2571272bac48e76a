package uplink.billing.rating.boundary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The line that an adjustment takes something back of; it has the adjustment's own period start.
 *
 * @param kind and {@code cause} are those of its key
 * @param remaining what was left of its amount, when all of that comes back; else null
 * @param remainingTax the same for its tax
 */
public record Corrected(
        LineKind kind, String cause, @Nullable BigDecimal remaining, @Nullable BigDecimal remainingTax) {}
