package uplink.customer.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a customer.
 *
 * @param what a stable word: an action of the audit trail such as {@code customer.update}; {@code invoice} or {@code
 *     credit-note}; {@code payment.} and where it stands; {@code subscription.} and the kind of event; {@code notice.} and
 *     its kind
 * @param who did it; null: the system by itself
 * @param number of the invoice
 * @param subject what it was about: {@code invoice}, {@code payment}, {@code subscription}, {@code notification}, or as in
 *     the audit trail
 * @param subjectId which one
 */
public record HistoryEntry(
        UUID id,
        Instant at,
        HistoryKind kind,
        String what,
        @Nullable String who,
        @Nullable String number,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        String subject,
        String subjectId) {}
