package uplink.billing.run.boundary;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Text;

/**
 * A customer to look at before the commit.
 *
 * @param amount what the run would bill, below zero for a credit note; null in quarantine
 * @param previous what was billed to the customer the month before; null when nothing was
 * @param reason for a quarantine: its code
 * @param explanation the reason in words
 */
public record Anomaly(
        UUID customerId,
        String fullName,
        String contractNumber,
        AnomalyKind kind,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal previous,
        String currency,
        @Nullable String reason,
        @Nullable Text explanation) {}
