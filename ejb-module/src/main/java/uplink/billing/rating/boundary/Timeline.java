package uplink.billing.rating.boundary;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * A subscription's whole story as far as money is concerned. Events apply by date, those of one day in the order given.
 *
 * @param discounts on the recurring charges, in the order given within percentages and within amounts
 */
public record Timeline(Currency currency, List<TimelineEvent> events, List<Discount> discounts) {

    public Timeline {
        events = List.copyOf(events);
        discounts = List.copyOf(discounts);
    }

    public static Timeline of(Currency currency, List<TimelineEvent> events) {
        return new Timeline(currency, events, List.of());
    }

    /** The story as it was known on a day: without the events dated later. */
    public Timeline knownBy(LocalDate day) {
        return new Timeline(
                currency, events.stream().filter(e -> !e.date().isAfter(day)).toList(), discounts);
    }
}
