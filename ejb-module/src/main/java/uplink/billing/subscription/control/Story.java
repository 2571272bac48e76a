package uplink.billing.subscription.control;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.rating.boundary.EventType;
import uplink.billing.rating.boundary.PartRule;
import uplink.billing.rating.boundary.RatingTerms;
import uplink.billing.rating.boundary.Spread;
import uplink.billing.rating.boundary.TimelineEvent;
import uplink.billing.rating.boundary.Timing;

/**
 * Turns the recorded events of one subscription into the rating engine's: looks up the terms of the tariff on the
 * event's day, and adds a change for each new version of the tariff that the subscription lives through.
 */
final class Story {

    /** An event as it is recorded; {@code tariff} is what it changes to, {@code own} the agreed price. */
    record Recorded(
            UUID id,
            LocalDate on,
            EventType type,
            @Nullable UUID tariff,
            @Nullable BigDecimal own,
            @Nullable Integer billingDay,
            @Nullable BigDecimal amount,
            @Nullable String text,
            @Nullable String taxClass,
            boolean charged,
            @Nullable LocalDate feeFrom,
            @Nullable UUID voids,
            @Nullable UUID group) {}

    private final PriceBook prices;
    private final List<TimelineEvent> events = new ArrayList<>(2);
    private @Nullable UUID tariff;
    private @Nullable BigDecimal own;
    private @Nullable RatingTerms terms;
    private LocalDate since = LocalDate.MIN;
    private boolean over;
    private final Set<UUID> lostActs = new HashSet<>(0);
    private @Nullable Recorded pause;
    private @Nullable Recorded fee;

    Story(PriceBook prices) {
        this.prices = prices;
    }

    /** Reads the event columns, the first of which stands at {@code at}. */
    static Recorded read(ResultSet row, int at, int contractBillingDay) throws SQLException {
        EventType type = type(row.getString(at + 2));
        Integer billingDay = row.getObject(at + 5, Integer.class);
        return new Recorded(
                row.getObject(at, UUID.class),
                row.getObject(at + 1, LocalDate.class),
                type,
                row.getObject(at + 3, UUID.class),
                row.getBigDecimal(at + 4),
                billingDay == null && type == EventType.START ? Integer.valueOf(contractBillingDay) : billingDay,
                row.getBigDecimal(at + 6),
                row.getString(at + 7),
                row.getString(at + 8),
                row.getBoolean(at + 9),
                row.getObject(at + 10, LocalDate.class),
                row.getObject(at + 11, UUID.class),
                row.getObject(at + 12, UUID.class));
    }

    private static EventType type(String kind) {
        return switch (kind) {
            case "start" -> EventType.START;
            case "change" -> EventType.CHANGE;
            case "pause" -> EventType.PAUSE;
            case "resume" -> EventType.RESUME;
            case "cancel" -> EventType.CANCEL;
            case "fee" -> EventType.FEE;
            case "void" -> EventType.CORRECTION;
            default -> throw new IllegalStateException("no such kind of event: " + kind);
        };
    }

    /** Takes all events, in order of day and sequence. */
    Story tell(List<Recorded> recorded) {
        Set<UUID> withdrawn = withdrawn(recorded);
        for (Recorded event : recorded) {
            UUID voids = event.voids();
            boolean lost = isLost(event);
            if (voids != null) {
                if (!withdrawn.contains(voids)) {
                    events.add(TimelineEvent.voiding(event.id(), event.on(), voids));
                }
            } else if (!lost && withdrawn.remove(event.id())) {
                events.add(of(event, termsOf(event))); // the engine may have charged it, and takes it back
            } else if (!lost) {
                tell(event);
            } else if (event.type() == EventType.FEE && !withdrawn.contains(event.id())) {
                events.add(of(event, null)); // the same
                events.add(TimelineEvent.voiding(other(event.id()), event.on(), event.id()));
            }
        }
        return this;
    }

    /** It was planned before the end was known. A fee stands for itself, but not what a lost change would have cost. */
    private boolean isLost(Recorded event) {
        UUID act = event.group();
        if (event.type() == EventType.FEE) {
            return act != null && lostActs.contains(act);
        }
        if (over && act != null && event.type() == EventType.CHANGE) {
            lostActs.add(act);
        }
        return over;
    }

    /** An id that belongs to that one. */
    private static UUID other(UUID id) {
        return new UUID(id.getMostSignificantBits(), ~id.getLeastSignificantBits());
    }

    private static Set<UUID> withdrawn(List<Recorded> recorded) {
        Set<UUID> found = new HashSet<>(2);
        for (Recorded event : recorded) {
            if (event.voids() != null) {
                found.add(event.voids());
            }
        }
        return found;
    }

    private void tell(Recorded event) {
        if (event.type() == EventType.PAUSE || event.type() == EventType.RESUME) {
            interrupt(event);
        } else {
            add(event);
        }
    }

    /**
     * A pause while there is one, and a resume while there is none, was overtaken by what came before and means nothing.
     * While the fee goes on there is nothing to tell.
     */
    private void interrupt(Recorded event) {
        boolean pauses = event.type() == EventType.PAUSE;
        Recorded before = pause;
        if (pauses == (before != null)) {
            return;
        }
        chargeRest(event.on());
        pause = pauses ? event : null;
        fee = pauses && event.amount() != null ? event : null;
        if (!event.charged() && (before == null || !before.charged())) {
            add(event);
        }
    }

    /** The days of a pause that cost something begin before that day. */
    private void chargeRest(LocalDate before) {
        Recorded paid = fee;
        LocalDate from = paid == null ? null : paid.feeFrom();
        RatingTerms now = terms;
        if (paid == null || from == null || !from.isBefore(before) || now == null || over) {
            return;
        }
        fee = null;
        events.add(new TimelineEvent(
                other(paid.id()), EventType.PAUSE, from, restTerms(paid, now), null, null, paid.text(), null, null));
    }

    private RatingTerms restTerms(Recorded paid, RatingTerms now) {
        String taxClass = paid.taxClass();
        return new RatingTerms(
                Objects.requireNonNull(paid.amount()),
                now.period(),
                Timing.ARREARS,
                Spread.PERIOD,
                PartRule.PRORATE,
                PartRule.PRORATE,
                taxClass == null ? now.tax() : prices.tax(taxClass),
                now.tariffVersionId());
    }

    private void add(Recorded event) {
        chargeRest(event.on());
        boolean leaves = event.tariff() != null || event.type() == EventType.CANCEL;
        reprice(leaves ? event.on() : event.on().plusDays(1));
        if (event.tariff() != null) {
            settle(event.tariff(), event.own(), event.on());
        }
        over |= event.type() == EventType.CANCEL;
        events.add(of(event, event.tariff() == null ? null : terms));
    }

    private @Nullable RatingTerms termsOf(Recorded event) {
        UUID to = event.tariff();
        return to == null ? null : PriceBook.priced(prices.terms(to, event.on()), event.own());
    }

    private TimelineEvent of(Recorded event, @Nullable RatingTerms now) {
        return new TimelineEvent(
                event.id(),
                event.type(),
                event.on(),
                now,
                event.billingDay(),
                event.type() == EventType.FEE ? event.amount() : null,
                event.text(),
                event.type() != EventType.FEE || event.taxClass() == null ? null : prices.tax(event.taxClass()),
                null);
    }

    /** The whole story, with the tariff's versions that are still to come. */
    List<TimelineEvent> end() {
        chargeRest(LocalDate.MAX);
        reprice(LocalDate.MAX);
        return events;
    }

    private void settle(UUID to, @Nullable BigDecimal price, LocalDate on) {
        tariff = to;
        own = price;
        terms = PriceBook.priced(prices.terms(to, on), price);
        since = on;
    }

    /** Adds the versions of the tariff that begin before that day and were not added yet. */
    private void reprice(LocalDate before) {
        if (tariff == null || over) {
            return;
        }
        List<PriceBook.Edition> editions = prices.editions(tariff);
        for (int i = 1; i < editions.size(); i++) {
            PriceBook.Edition edition = editions.get(i);
            if (edition.from().isAfter(since) && edition.from().isBefore(before)) {
                since = edition.from();
                change(edition);
            }
        }
    }

    private void change(PriceBook.Edition edition) {
        RatingTerms next = PriceBook.priced(edition.terms(), own);
        if (terms == null || next == null || !costsTheSame(terms, next)) {
            events.add(TimelineEvent.change(edition.id(), edition.from(), next, null));
        }
        terms = next;
    }

    /** A new version that changes speeds or names only is no reason to cut a period in two. */
    private static boolean costsTheSame(RatingTerms a, RatingTerms b) {
        return a.price().compareTo(b.price()) == 0
                && a.period() == b.period()
                && a.timing() == b.timing()
                && a.spread() == b.spread()
                && a.first() == b.first()
                && a.last() == b.last()
                && a.tax().equals(b.tax());
    }
}
