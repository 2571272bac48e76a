package uplink.billing.statement.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money in a bank statement.
 *
 * @param account ours
 * @param partyName who paid, or was paid
 * @param reason why it is not ours, or why it waits again
 */
public record BankEntry(
        UUID id,
        UUID fileId,
        EntryStatus status,
        LocalDate bookedOn,
        BigDecimal amount,
        String currency,
        String account,
        @Nullable String document,
        @Nullable String partyName,
        @Nullable String partyInn,
        @Nullable String partyAccount,
        String purpose,
        @Nullable String reason) {}
