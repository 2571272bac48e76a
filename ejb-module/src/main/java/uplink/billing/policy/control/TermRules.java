package uplink.billing.policy.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uplink.billing.policy.boundary.DunningTerms;
import uplink.billing.policy.boundary.FreezeTerms;
import uplink.billing.policy.boundary.PolicySubject;
import uplink.billing.policy.boundary.PolicyTerms;
import uplink.billing.policy.boundary.PromiseTerms;
import uplink.shared.Money;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What terms may say: the ranges of the schema, told to whoever fills in a form. */
public final class TermRules {

    private static final int MOST_REMINDERS = 10;

    private final Validation validation = new Validation();
    private final String currency;

    public TermRules(String currency) {
        this.currency = currency;
    }

    /**
     * Refuses terms that cannot be with {@code validation}.
     *
     * @param taken days on which a version begins already
     */
    public void check(
            PolicySubject subject, PolicyTerms terms, LocalDate today, Set<LocalDate> taken, Set<String> calendars) {
        LocalDate from = terms.validFrom();
        validation.require("validFrom", from);
        validation.check(from == null || !from.isBefore(today), "validFrom", Text.of("policy.not-before", today));
        validation.check(from == null || !taken.contains(from), "validFrom", Text.of("policy.valid-from.taken"));
        DunningTerms dunning = terms.dunning();
        PromiseTerms promise = terms.promise();
        FreezeTerms freeze = terms.freeze();
        validation.check((dunning != null) == (subject == PolicySubject.DUNNING), "dunning", Text.of("policy.subject"));
        validation.check((promise != null) == (subject == PolicySubject.PROMISE), "promise", Text.of("policy.subject"));
        validation.check((freeze != null) == (subject == PolicySubject.FREEZE), "freeze", Text.of("policy.subject"));
        if (dunning != null) {
            check(dunning, calendars);
        }
        if (promise != null) {
            check(promise);
        }
        if (freeze != null) {
            check(freeze);
        }
        validation.done();
    }

    private void check(DunningTerms terms, Set<String> calendars) {
        range("dunning.dueDays", terms.dueDays(), 0, 180);
        range("dunning.graceDays", terms.graceDays(), 0, 365);
        range("dunning.writeOffDays", terms.writeOffDays(), 1, 3650);
        amount("dunning.creditLimit", terms.creditLimit());
        boolean sound = terms.reminders().size() <= MOST_REMINDERS
                && terms.reminders().stream().allMatch(days -> days >= -60 && days <= 365);
        validation.check(sound, "dunning.reminders", Text.of("policy.reminders", MOST_REMINDERS));
        validation.check(calendars.contains(terms.calendar()), "dunning.calendar", Text.of("policy.calendar.unknown"));
        Integer grace = terms.graceDays();
        Integer lost = terms.writeOffDays();
        validation.check(
                lost == null || grace != null && lost > grace,
                "dunning.writeOffDays",
                Text.of("policy.write-off.early"));
    }

    private void check(PromiseTerms terms) {
        range("promise.termDays", terms.termDays(), 1, 60);
        range("promise.intervalDays", terms.intervalDays(), 0, 366);
        range("promise.tenureDays", terms.tenureDays(), 0, 3650);
        range("promise.paymentDays", terms.paymentDays(), 1, 3650);
        amount("promise.fee", terms.fee());
        if (terms.debtLimit() != null) {
            amount("promise.debtLimit", terms.debtLimit());
        }
    }

    private void check(FreezeTerms terms) {
        range("freeze.minDays", terms.minDays(), 1, 366);
        range("freeze.maxDays", terms.maxDays(), 1, 3660);
        range("freeze.aheadDays", terms.aheadDays(), 0, 366);
        range("freeze.freeDays", terms.freeDays(), 0, 366);
        range("freeze.gapDays", terms.gapDays(), 0, 366);
        amount("freeze.activationFee", terms.activationFee());
        amount("freeze.dayFee", terms.dayFee());
        validation.check(terms.maxDays() >= terms.minDays(), "freeze.maxDays", Text.of("policy.max-days"));
    }

    private void range(String field, @Nullable Integer value, int min, int max) {
        validation.check(value == null || value >= min && value <= max, field, Text.of("policy.range", min, max));
    }

    private void amount(String field, @Nullable BigDecimal amount) {
        validation.require(field, amount);
        if (amount == null) {
            return;
        }
        validation.scaled(field, amount, currency);
        validation.check(amount.signum() >= 0 && Money.isInRange(amount), field, Text.of("policy.amount"));
    }
}
