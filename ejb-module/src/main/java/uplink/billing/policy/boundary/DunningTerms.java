package uplink.billing.policy.boundary;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from debt.
 *
 * @param dueDays from an invoice's issue to the last day to pay
 * @param reminders days from the due date; below zero: before it
 * @param graceDays days after the due date before service is suspended; null: it never is
 * @param workingDays suspended on working days of the calendar only
 * @param charged whether the fee goes on while service is suspended
 * @param creditLimit overdue debt up to it has no consequence
 * @param writeOffDays overdue for more than so many days: given up; null: never
 * @param outagesWait whether reminders and suspensions wait while an outage lasts at a service; true when left out
 */
public record DunningTerms(
        int dueDays,
        List<Integer> reminders,
        @Nullable Integer graceDays,
        boolean workingDays,
        String calendar,
        boolean charged,
        BigDecimal creditLimit,
        @Nullable Integer writeOffDays,
        @Nullable Boolean outagesWait) {

    public DunningTerms {
        reminders = reminders == null ? List.of() : List.copyOf(reminders);
        outagesWait = outagesWait == null || outagesWait;
    }
}
