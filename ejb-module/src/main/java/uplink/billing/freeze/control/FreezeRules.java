package uplink.billing.freeze.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uplink.billing.freeze.boundary.FreezeRequest;
import uplink.billing.policy.boundary.FreezeTerms;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.shared.Text;
import uplink.shared.Validation;

/** Whether a service may be frozen: the first condition that does not hold, and the day on which it will. */
public final class FreezeRules {

    /**
     * What is known of a service.
     *
     * @param debt overdue now
     * @param busyUntil a freeze lasts or is planned until then; null: none
     * @param lastEnd the first day of service after the last freeze; null: there was none
     * @param usedFree free days used, by calendar year
     */
    public record Known(
            SubscriptionStatus status,
            BigDecimal debt,
            @Nullable LocalDate busyUntil,
            @Nullable LocalDate lastEnd,
            Map<Integer, Integer> usedFree) {}

    /**
     * Why not.
     *
     * @param from the first day on which this is no reason any more; null: time alone does not help
     */
    public record Refusal(Text why, @Nullable LocalDate from) {}

    private FreezeRules() {}

    /** Null when it is allowed. */
    public static @Nullable Refusal judge(@Nullable FreezeTerms terms, Known known, LocalDate today) {
        if (terms == null || !terms.offered()) {
            return new Refusal(Text.of("freeze.not-offered"), null);
        }
        LocalDate busy = known.busyUntil();
        if (busy != null) {
            return new Refusal(Text.of("freeze.lasts", busy), busy.plusDays(terms.gapDays()));
        }
        if (known.debt().signum() > 0) {
            return new Refusal(Text.of("freeze.debt"), null);
        }
        if (known.status() != SubscriptionStatus.ACTIVE) {
            return new Refusal(Text.of("freeze.not-active"), null);
        }
        LocalDate last = known.lastEnd();
        LocalDate next = last == null ? today : last.plusDays(terms.gapDays());
        return next.isAfter(today) ? new Refusal(Text.of("freeze.gap", terms.gapDays()), next) : null;
    }

    /** The day on which it ends; {@code validation} when the days are not as the terms say. */
    public static LocalDate end(FreezeTerms terms, FreezeRequest wish, LocalDate today) {
        Validation validation = new Validation();
        validation.require("from", wish.from()).done();
        LocalDate from = wish.from();
        LocalDate latest = today.plusDays(terms.aheadDays());
        LocalDate until = wish.until() == null ? from.plusDays(terms.maxDays()) : wish.until();
        validation.check(!from.isBefore(today), "from", Text.of("freeze.past", today));
        validation.check(!from.isAfter(latest), "from", Text.of("freeze.too-far", latest));
        long days = ChronoUnit.DAYS.between(from, until);
        validation.check(days >= terms.minDays(), "until", Text.of("freeze.too-short", from.plusDays(terms.minDays())));
        validation.check(days <= terms.maxDays(), "until", Text.of("freeze.too-long", from.plusDays(terms.maxDays())));
        validation.done();
        return until;
    }

    /**
     * The first day that is not free: free days of each calendar year are taken from the freeze's beginning on, as long
     * as there are any.
     */
    public static LocalDate freeUntil(FreezeTerms terms, LocalDate from, LocalDate until, Map<Integer, Integer> used) {
        LocalDate day = from;
        while (day.isBefore(until) && daysIn(from, day) + used.getOrDefault(day.getYear(), 0) < terms.freeDays()) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** Days of the freeze before that one and in the same year. */
    private static int daysIn(LocalDate from, LocalDate day) {
        LocalDate begin = from.getYear() == day.getYear() ? from : day.withDayOfYear(1);
        return (int) ChronoUnit.DAYS.between(begin, day);
    }
}
