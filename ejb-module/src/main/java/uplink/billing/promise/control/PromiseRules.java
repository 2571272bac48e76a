package uplink.billing.promise.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import uplink.billing.policy.boundary.PromiseTerms;
import uplink.shared.Money;
import uplink.shared.Text;

/** Whether a promise is allowed: the first condition that does not hold, and the day on which it will. */
public final class PromiseRules {

    /**
     * What is known of a customer.
     *
     * @param debt overdue now
     * @param lasts there is a promise already
     * @param lastGiven the day of the last promise; null: there was none
     * @param since the day on which service began; null: it has not
     * @param lastPayment the day of the last payment; null: there was none
     */
    public record Known(
            BigDecimal debt,
            String currency,
            boolean lasts,
            @Nullable LocalDate lastGiven,
            @Nullable LocalDate since,
            @Nullable LocalDate lastPayment) {}

    /**
     * Why not.
     *
     * @param from the first day on which this is no reason any more; null: time alone does not help
     */
    public record Refusal(Text why, @Nullable LocalDate from) {}

    private PromiseRules() {}

    /** Null when it is allowed. */
    public static @Nullable Refusal judge(@Nullable PromiseTerms terms, Known known, LocalDate today) {
        if (terms == null || !terms.offered()) {
            return new Refusal(Text.of("promise.not-offered"), null);
        }
        if (known.lasts()) {
            return new Refusal(Text.of("promise.lasts"), null);
        }
        if (known.debt().signum() <= 0) {
            return new Refusal(Text.of("promise.nothing-owed"), null);
        }
        LocalDate since = known.since();
        LocalDate old = since == null ? null : since.plusDays(terms.tenureDays());
        if (old == null || old.isAfter(today)) {
            return new Refusal(Text.of("promise.too-new", terms.tenureDays()), old);
        }
        LocalDate last = known.lastGiven();
        LocalDate next = last == null ? today : last.plusDays(terms.intervalDays());
        if (next.isAfter(today)) {
            return new Refusal(Text.of("promise.too-soon", terms.intervalDays()), next);
        }
        BigDecimal limit = terms.debtLimit();
        if (limit != null && known.debt().compareTo(limit) > 0) {
            return new Refusal(Text.of("promise.debt-limit", money(limit, known.currency())), null);
        }
        Integer days = terms.paymentDays();
        LocalDate paid = known.lastPayment();
        if (days != null && (paid == null || paid.plusDays(days).isBefore(today))) {
            return new Refusal(Text.of("promise.no-payment", days), null);
        }
        return null;
    }

    private static Money money(BigDecimal amount, String currency) {
        return new Money(amount, Currency.getInstance(currency));
    }
}
