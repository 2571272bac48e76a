package uplink.billing.rating.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.rating.boundary.Discount;
import uplink.billing.rating.boundary.EventType;
import uplink.billing.rating.boundary.InvalidTimeline;
import uplink.billing.rating.boundary.InvalidTimeline.Reason;
import uplink.billing.rating.boundary.PartRule;
import uplink.billing.rating.boundary.Period;
import uplink.billing.rating.boundary.RatingTerms;
import uplink.billing.rating.boundary.SimulatedDiscount;
import uplink.billing.rating.boundary.SimulatedEvent;
import uplink.billing.rating.boundary.SimulatedTax;
import uplink.billing.rating.boundary.SimulationRequest;
import uplink.billing.rating.boundary.Spread;
import uplink.billing.rating.boundary.TaxMode;
import uplink.billing.rating.boundary.TaxTerms;
import uplink.billing.rating.boundary.Timeline;
import uplink.billing.rating.boundary.TimelineEvent;
import uplink.billing.rating.boundary.Timing;

/** A simulation's request made ready: defaults filled in, nonsense refused with the event to blame. */
record SimulatedStory(Timeline timeline, List<LocalDate> targets) {

    private static final int MANY = 1000;
    private static final long MANY_LINES = 20_000;
    private static final BigDecimal LARGEST = new BigDecimal("1000000000000");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static SimulatedStory of(SimulationRequest request, Currency usual) {
        Currency currency = request.currency() == null ? usual : Simulator.currency(request.currency());
        if (currency == null) {
            throw new InvalidTimeline(-1, Reason.UNKNOWN_CURRENCY);
        }
        List<@Nullable SimulatedEvent> given = Objects.requireNonNullElse(request.timeline(), List.of());
        List<LocalDate> targets = targets(Objects.requireNonNullElse(request.targets(), List.of()));
        refuse(given.size() > MANY || targets.size() > MANY, -1, Reason.TOO_LARGE);
        Reader reader = new Reader(request, currency);
        List<TimelineEvent> events = new ArrayList<>(given.size());
        for (int i = 0; i < given.size(); i++) {
            events.add(reader.event(given.get(i), i));
        }
        refuseEarlyFees(events);
        Timeline timeline = new Timeline(currency, events, discounts(request, currency));
        Course course = CourseReader.read(timeline);
        refuse(lines(course, reader.shortest(), targets) > MANY_LINES, -1, Reason.TOO_LARGE);
        return new SimulatedStory(timeline, targets);
    }

    /** Here the runs know nothing that is to come, so nothing is charged before the start. */
    private static void refuseEarlyFees(List<TimelineEvent> events) {
        LocalDate start = events.stream()
                .filter(event -> event.type() == EventType.START)
                .map(TimelineEvent::date)
                .findFirst()
                .orElse(LocalDate.MAX);
        for (int i = 0; i < events.size(); i++) {
            TimelineEvent event = events.get(i);
            refuse(event.type() == EventType.FEE && event.date().isBefore(start), i, Reason.BEFORE_START);
        }
    }

    private static long lines(Course course, int days, List<LocalDate> targets) {
        LocalDate last = targets.stream().max(LocalDate::compareTo).orElseThrow();
        LocalDate first = course.grids().get(0).from();
        long lines = Math.max(0, last.toEpochDay() - first.toEpochDay()) / days;
        // every run looks at all earlier lines again
        return Math.max(lines, lines * targets.size() / 100);
    }

    private static List<LocalDate> targets(List<@Nullable LocalDate> given) {
        refuse(given.isEmpty(), -1, Reason.NO_TARGETS);
        List<LocalDate> targets = new ArrayList<>(given.size());
        for (LocalDate target : given) {
            if (target == null || CourseReader.isTooFar(target)) {
                throw new InvalidTimeline(-1, Reason.TARGET_OUT_OF_RANGE);
            }
            targets.add(target);
        }
        return targets;
    }

    private static List<Discount> discounts(SimulationRequest request, Currency currency) {
        List<Discount> discounts = new ArrayList<>();
        for (SimulatedDiscount d : Objects.requireNonNullElse(request.discounts(), List.<SimulatedDiscount>of())) {
            boolean sound = d != null
                    && (d.percent() == null) != (d.amount() == null)
                    && isPercent(d.percent())
                    && (d.amount() == null || (d.amount().signum() >= 0 && fits(d.amount(), currency)))
                    && (d.periods() == null || d.periods() > 0);
            refuse(!sound, -1, Reason.INVALID_DISCOUNT);
            if (d != null) {
                discounts.add(new Discount(d.percent(), d.amount(), d.from(), d.periods()));
            }
        }
        refuse(discounts.size() > 10, -1, Reason.TOO_LARGE);
        return discounts;
    }

    private static boolean isPercent(@Nullable BigDecimal value) {
        return value == null || (value.signum() >= 0 && value.compareTo(HUNDRED) <= 0);
    }

    private static boolean fits(BigDecimal amount, Currency currency) {
        return amount.stripTrailingZeros().scale() <= Proration.scale(currency)
                && amount.abs().compareTo(LARGEST) < 0;
    }

    private static void refuse(boolean nonsense, int index, Reason reason) {
        if (nonsense) {
            throw new InvalidTimeline(index, reason);
        }
    }

    /** Reads events in the order given; the terms of one carry over to the next. */
    private static final class Reader {

        private final SimulationRequest request;
        private final Currency currency;
        private final RatingTerms defaults;

        Reader(SimulationRequest request, Currency currency) {
            this.request = request;
            this.currency = currency;
            this.defaults = new RatingTerms(
                    BigDecimal.ZERO,
                    Objects.requireNonNullElse(request.period(), Period.P1M),
                    Objects.requireNonNullElse(request.timing(), Timing.ADVANCE),
                    Objects.requireNonNullElse(request.spread(), Spread.PERIOD),
                    Objects.requireNonNullElse(request.first(), PartRule.PRORATE),
                    Objects.requireNonNullElse(request.last(), PartRule.PRORATE),
                    tax(request.tax()),
                    null);
            int day = Objects.requireNonNullElse(request.billingDay(), 1);
            refuse(day < 1 || day > 31, -1, Reason.BILLING_DAY_OUT_OF_RANGE);
        }

        /** Days of the shortest line there can be many of. */
        int shortest() {
            return defaults.spread() == Spread.DAILY || defaults.period() == Period.P1D ? 1 : 28;
        }

        private static TaxTerms tax(@Nullable SimulatedTax tax) {
            if (tax == null) {
                return TaxTerms.NONE;
            }
            BigDecimal rate = tax.rate();
            if (rate == null || !isPercent(rate)) {
                throw new InvalidTimeline(-1, Reason.INVALID_TAX);
            }
            return TaxTerms.flat(Objects.requireNonNullElse(tax.mode(), TaxMode.INCLUDED), rate);
        }

        TimelineEvent event(@Nullable SimulatedEvent event, int index) {
            if (event == null || event.event() == null || event.event() == EventType.CORRECTION) {
                throw new InvalidTimeline(index, Reason.UNKNOWN_EVENT);
            }
            LocalDate date = event.date();
            if (date == null) {
                throw new InvalidTimeline(index, Reason.MISSING_DATE);
            }
            UUID id = new UUID(0, index + 1L);
            EventType type = event.event();
            boolean pricing = type == EventType.START || type == EventType.CHANGE;
            refuse(!pricing && (event.price() != null || event.billingDay() != null), index, Reason.UNEXPECTED_FIELD);
            boolean fee = type == EventType.FEE;
            refuse(!fee && (event.amount() != null || event.text() != null), index, Reason.UNEXPECTED_FIELD);
            BigDecimal price = checked(event.price(), index);
            refuse(type == EventType.START && price == null, index, Reason.MISSING_TERMS);
            BigDecimal amount = checked(event.amount(), index);
            Integer day = type == EventType.START && event.billingDay() == null
                    ? Objects.requireNonNullElse(request.billingDay(), 1)
                    : event.billingDay();
            RatingTerms terms = price == null ? null : defaults.at(price);
            return new TimelineEvent(id, type, date, terms, day, amount, event.text(), null, null);
        }

        private @Nullable BigDecimal checked(@Nullable BigDecimal amount, int index) {
            if (amount == null) {
                return null;
            }
            refuse(amount.signum() < 0, index, Reason.NEGATIVE_AMOUNT);
            refuse(!fits(amount, currency), index, Reason.AMOUNT_OUT_OF_RANGE);
            return amount.setScale(Math.max(amount.stripTrailingZeros().scale(), Proration.scale(currency)));
        }
    }
}
