package uplink.billing.statement.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of a bank that was taken in.
 *
 * @param entries in the file
 * @param added that no file before had; the sums are theirs
 * @param matched of these, by themselves
 */
public record BankFile(
        UUID id,
        String fileName,
        StatementFormat format,
        int entries,
        int added,
        int matched,
        BigDecimal incoming,
        BigDecimal outgoing,
        String currency,
        @Nullable String uploadedBy,
        Instant uploadedAt) {}
