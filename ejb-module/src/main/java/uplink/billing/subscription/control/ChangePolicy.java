package uplink.billing.subscription.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.ChangeWhen;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.catalog.boundary.ChangeDirection;
import uplink.catalog.boundary.ChangeRule;
import uplink.catalog.boundary.FeeWhen;
import uplink.shared.Text;

/** Whether customers may change their tariff by themselves, to which, when, and whether that costs a fee. Pure. */
public final class ChangePolicy {

    private static final String KEY = "subscription.change.";
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    /**
     * How the subscription stands.
     *
     * @param lastChange when its tariff changed for the last time; null: never
     * @param planned the day of a change that is agreed already; null: none is
     * @param overdue whether the customer has invoices overdue
     * @param lineSpeed kbit/s that the line can carry; null: not known
     */
    public record Standing(
            UUID tariff,
            String kind,
            BigDecimal year,
            SubscriptionStatus status,
            boolean addon,
            @Nullable LocalDate lastChange,
            @Nullable LocalDate planned,
            boolean overdue,
            @Nullable Integer lineSpeed) {}

    private final ChangeRule rule;
    private final Standing now;
    private final LocalDate today;
    private final LocalDate nextPeriod;

    public ChangePolicy(ChangeRule rule, Standing now, LocalDate today, LocalDate nextPeriod) {
        this.rule = rule;
        this.now = now;
        this.today = today;
        this.nextPeriod = nextPeriod;
    }

    /** The first day of the new tariff. */
    public LocalDate on(ChangeWhen when) {
        return when == ChangeWhen.NOW ? today : nextPeriod;
    }

    /** What stands in the way of any change that begins then. */
    public Optional<Obstacle> at(ChangeWhen when) {
        boolean offered = when == ChangeWhen.NOW ? rule.atOnce() : rule.nextPeriod();
        return standing()
                .or(() -> offered
                        ? tooSoon(on(when))
                        : Optional.of(
                                when == ChangeWhen.NOW
                                        ? new Obstacle(Text.of(KEY + "not-at-once", nextPeriod), nextPeriod)
                                        : Obstacle.of(KEY + "not-later")));
    }

    private Optional<Obstacle> standing() {
        LocalDate planned = now.planned();
        String key = now.addon()
                ? "addon"
                : !rule.byCustomer()
                        ? "by-staff"
                        : now.status() != SubscriptionStatus.ACTIVE
                                ? "not-active"
                                : now.overdue() && !rule.debtAllowed() ? "debt" : null;
        return key != null
                ? Optional.of(Obstacle.of(KEY + key))
                : Optional.ofNullable(planned).map(day -> Obstacle.of(KEY + "planned", day));
    }

    private Optional<Obstacle> tooSoon(LocalDate on) {
        LocalDate last = now.lastChange();
        LocalDate from = last == null ? today : last.plusDays(rule.everyDays());
        return from.isAfter(on)
                ? Optional.of(new Obstacle(Text.of(KEY + "too-soon", rule.everyDays(), from), from))
                : Optional.empty();
    }

    /** What stands in the way of that tariff, whenever. */
    public Optional<Obstacle> to(Offer offer) {
        int dearer = offer.year().compareTo(now.year());
        BigDecimal floor = rule.priceFloor();
        Integer line = now.lineSpeed();
        Integer speed = offer.speedDown();
        String key = null;
        if (offer.tariff().equals(now.tariff())) {
            key = "same";
        } else if (!offer.selfService()) {
            key = "tariff-by-staff";
        } else if (!rule.successors().isEmpty() && !rule.successors().contains(offer.tariff())) {
            key = "no-successor";
        } else if (rule.sameKind()
                && !offer.kind().equals(now.kind())
                && !offer.kind().equals("package")) {
            key = "kind";
        } else if (rule.direction() == ChangeDirection.UP && dearer < 0) {
            key = "not-down";
        } else if (rule.direction() == ChangeDirection.DOWN && dearer > 0) {
            key = "not-up";
        } else if (floor != null && offer.year().compareTo(floor.multiply(MONTHS)) < 0) {
            key = "floor";
        } else if (line != null && speed != null && speed > line) {
            key = "line";
        }
        return Optional.ofNullable(key).map(k -> Obstacle.of(KEY + k));
    }

    /** The fee of such a change; null: it costs none. */
    public @Nullable UUID fee(Offer offer, ChangeWhen when) {
        boolean due = rule.feeWhen() == FeeWhen.ALWAYS
                || (rule.feeWhen() == FeeWhen.AT_ONCE && when == ChangeWhen.NOW)
                || (rule.feeWhen() == FeeWhen.DOWN && offer.year().compareTo(now.year()) < 0);
        return due ? rule.feeId() : null;
    }

    /** Refused with {@code not-allowed} when something stands in the way. */
    public void check(Offer offer, ChangeWhen when) {
        at(when).or(() -> to(offer)).ifPresent(obstacle -> {
            throw obstacle.refusal();
        });
    }
}
