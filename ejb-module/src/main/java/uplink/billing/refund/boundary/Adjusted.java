package uplink.billing.refund.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.boundary.LedgerEntry;

/**
 * What became of a correction: a transfer, or an approval that waits for a second person; one of both.
 */
public record Adjusted(@Nullable LedgerEntry transfer, @Nullable UUID approvalId) {}
