package uplink.billing.rating.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;

/**
 * What the simulated runs would have issued. Amounts are decimal strings.
 *
 * @param currency of every amount
 * @param invoices one a run that has lines
 * @param quarantined runs that the guard stopped
 */
public record SimulationAnswer(
        String currency,
        List<Invoice> invoices,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Refusal> quarantined) {

    /**
     * @param total Σ of what the lines come to, taxes on top included; below zero for a credit note
     * @param tax Σ of the lines' taxes
     * @param credited what a credit note put on the account
     */
    public record Invoice(LocalDate target, String total, String tax, String credited, List<Line> lines) {}

    /** One line; {@code to} is the day after the last. */
    public record Line(
            LineKind kind,
            LocalDate from,
            LocalDate to,
            int days,
            int ofDays,
            String price,
            String amount,
            String tax,
            String explanation) {}

    /** A run that the guard stopped, and why. */
    public record Refusal(LocalDate target, String reason, String detail) {}
}
