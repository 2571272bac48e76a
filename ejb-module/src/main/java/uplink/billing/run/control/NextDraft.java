package uplink.billing.run.control;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import uplink.billing.run.boundary.NextCharge;
import uplink.billing.subscription.control.PriceBook;
import uplink.billing.subscription.control.SubscriptionTimeline;
import uplink.billing.subscription.control.Timelines;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Sql;

/** What the next run that has work for a customer would charge, as things stand in this transaction. */
public final class NextDraft {

    private final Connection connection;
    private final LocalDate today;

    public NextDraft(Connection connection, LocalDate today) {
        this.connection = connection;
        this.today = today;
    }

    /** Empty when no run will ever have work here. Refusals: {@code invalid-state} when the customer cannot be billed. */
    public Optional<NextCharge> of(UUID customer) throws SQLException {
        List<SubscriptionTimeline> all = new Timelines(connection, PriceBook.load(connection)).ofCustomer(customer);
        Optional<LocalDate> first = all.stream()
                .map(SubscriptionTimeline::nextDue)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .map(day -> day.isBefore(today) ? today : day);
        return first.map(day -> charge(
                day,
                all.stream().filter(subscription -> isDue(subscription, day)).toList()));
    }

    private static boolean isDue(SubscriptionTimeline subscription, LocalDate day) {
        LocalDate due = subscription.nextDue();
        return due != null && !due.isAfter(day);
    }

    private NextCharge charge(LocalDate on, List<SubscriptionTimeline> due) {
        Sql sql = Sql.on(connection);
        List<UUID> daily = due.stream()
                .filter(SecondLook::isDaily)
                .map(SubscriptionTimeline::subscriptionId)
                .toList();
        List<UUID> again = due.stream()
                .filter(subscription -> subscription.rerateFrom() != null)
                .map(SubscriptionTimeline::subscriptionId)
                .toList();
        Biller biller = new Biller(
                on,
                BilledCharges.all(sql, again),
                BilledCharges.waiting(sql, daily),
                Titles.load(sql).tariffs(),
                false);
        Draft draft = new Draft(due.get(0).customerId(), 0, BigDecimal.ZERO);
        due.forEach(subscription -> biller.bill(subscription, draft));
        Refusal refusal = draft.refusal;
        if (refusal != null) {
            throw new BusinessException(ProblemType.INVALID_STATE, refusal.text());
        }
        return new NextCharge(
                on,
                draft.balanceChange().negate(),
                due.get(0).timeline().currency().getCurrencyCode());
    }
}
