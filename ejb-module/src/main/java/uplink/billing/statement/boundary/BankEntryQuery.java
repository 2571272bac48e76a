package uplink.billing.statement.boundary;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A slice of the entries, newest first.
 *
 * @param text a part of the payer's name or of the purpose
 * @param first rows to skip
 * @param size 1 to 200
 */
public record BankEntryQuery(
        @Nullable UUID fileId,
        @Nullable EntryStatus status,
        @Nullable BigDecimal amount,
        @Nullable String text,
        int first,
        int size) {}
