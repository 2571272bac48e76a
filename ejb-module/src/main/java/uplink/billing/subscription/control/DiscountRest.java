package uplink.billing.subscription.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.rating.boundary.Timeline;
import uplink.billing.rating.control.Rating;

/**
 * What is left of discounts from a day on, in the periods that the rating engine cuts. How many periods were had is no
 * longer known to whoever goes on, so the rest is told by days.
 */
final class DiscountRest {

    /** A discount as it was granted. */
    record Granted(UUID id, LocalDate from, @Nullable Integer periods, @Nullable LocalDate until) {}

    private DiscountRest() {}

    static List<CarriedDiscount> of(Timeline timeline, List<Granted> granted, LocalDate day) {
        List<CarriedDiscount> rest = new ArrayList<>();
        for (Granted discount : granted) {
            LocalDate first = Rating.nextPeriod(timeline, discount.from().minusDays(1));
            LocalDate until = Agreement.earlier(discount.until(), end(timeline, first, discount.periods()));
            if (until == null || until.isAfter(day) && until.isAfter(first)) {
                rest.add(new CarriedDiscount(discount.id(), first.isAfter(day) ? first : day, until));
            }
        }
        return rest;
    }

    private static @Nullable LocalDate end(Timeline timeline, LocalDate first, @Nullable Integer periods) {
        if (periods == null) {
            return null;
        }
        LocalDate end = first;
        for (int i = 0; i < periods; i++) {
            end = Rating.nextPeriod(timeline, end);
        }
        return end;
    }
}
