package uplink.document.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper in a list.
 *
 * @param amount of an invoice, a credit note or a receipt; rendered by an act, below zero when more was given back; the
 *     balance at the end of a statement, below zero when the customer owes it; null: a contract's
 * @param from first day of an act or a statement
 * @param to the day after its last
 */
public record DocumentSummary(
        UUID id,
        DocumentKind kind,
        String number,
        LocalDate issuedOn,
        @Nullable BigDecimal amount,
        String currency,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
