package uplink.billing.rating.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import uplink.billing.rating.boundary.Discount;
import uplink.billing.rating.boundary.EventType;
import uplink.billing.rating.boundary.RatedInvoice;
import uplink.billing.rating.boundary.RatedLine;
import uplink.billing.rating.boundary.RatingTerms;
import uplink.billing.rating.boundary.Timeline;
import uplink.billing.rating.boundary.TimelineEvent;

/** A subscription under test: events are told, runs remember what they billed. */
final class Story {

    Currency currency = Currency.getInstance("USD");
    RatingTerms terms = RatingTerms.monthly(BigDecimal.TEN);
    final List<TimelineEvent> events = new ArrayList<>();
    final List<Discount> discounts = new ArrayList<>();
    final List<RatedLine> billed = new ArrayList<>();
    int billingDay = 1;
    private long ids;

    static Story of(RatingTerms terms, int billingDay) {
        Story story = new Story();
        story.terms = terms;
        story.billingDay = billingDay;
        return story;
    }

    static Story of(String price, int billingDay) {
        return of(RatingTerms.monthly(new BigDecimal(price)), billingDay);
    }

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    UUID id() {
        return new UUID(0, ++ids);
    }

    UUID add(TimelineEvent event) {
        events.add(event);
        return event.id();
    }

    Story start(String date) {
        add(TimelineEvent.start(id(), day(date), terms, billingDay));
        return this;
    }

    UUID change(String date, String price) {
        terms = terms.at(new BigDecimal(price));
        return add(TimelineEvent.change(id(), day(date), terms, null));
    }

    UUID then(EventType type, String date) {
        return add(TimelineEvent.plain(id(), type, day(date)));
    }

    Story fee(String date, String amount) {
        add(TimelineEvent.fee(id(), day(date), new BigDecimal(amount), "fee"));
        return this;
    }

    Timeline timeline() {
        return new Timeline(currency, events, discounts);
    }

    /** A run that knows everything told so far. */
    RatedInvoice run(String target) {
        return run(day(target), timeline());
    }

    /** A run that knows only what is dated on its target or before. */
    RatedInvoice runAsKnown(String target) {
        return run(day(target), timeline().knownBy(day(target)));
    }

    RatedInvoice run(LocalDate target, Timeline known) {
        RatedInvoice invoice = Rating.rate(known, billed, target, null);
        billed.addAll(invoice.lines());
        return invoice;
    }

    List<String> amounts(String target) {
        return run(target).lines().stream()
                .map(line -> line.amount().toPlainString())
                .toList();
    }

    BigDecimal sum() {
        return billed.stream().map(RatedLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
