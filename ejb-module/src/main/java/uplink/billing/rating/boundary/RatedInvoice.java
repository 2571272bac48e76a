package uplink.billing.rating.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one run has to write for one subscription.
 *
 * @param lines adjustments, then recurring charges, then fees, each by date; empty when nothing is new or the
 *     subscription is quarantined
 * @param total Σ gross; below zero: a credit note
 * @param tax Σ of the lines' taxes
 * @param quarantine null when all is well
 * @param since what the next run may pass as {@code since}, provided that nothing is recorded in between and
 *     {@code pastSince} is false
 * @param pastSince whether some billed line ends after {@code since}, so that the next run must be given all lines
 * @param nextDue the earliest target at which there will be something new; null: never, as far as is known
 * @param closed the subscription has ended by the target: daily shares still waiting for an invoice go on it now
 */
public record RatedInvoice(
        List<RatedLine> lines,
        BigDecimal total,
        BigDecimal tax,
        @Nullable Quarantine quarantine,
        LocalDate since,
        boolean pastSince,
        @Nullable LocalDate nextDue,
        boolean closed) {}
