package uplink.billing.rating.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import uplink.billing.rating.boundary.EventType;
import uplink.billing.rating.boundary.RatingTerms;
import uplink.billing.rating.boundary.TimelineEvent;

/**
 * A stretch of active service under the same terms.
 *
 * @param to the day after the last, {@link Course#FOREVER} while it goes on
 * @param opening the event that it began with
 * @param termsFrom since when the terms hold; pauses do not move it
 */
record Segment(
        LocalDate from, LocalDate to, RatingTerms terms, BillingGrid grid, TimelineEvent opening, LocalDate termsFrom) {

    Segment until(LocalDate end) {
        return new Segment(from, end, terms, grid, opening, termsFrom);
    }

    /** A pause with a price: it costs so much a day, whatever the billing periods are, and no discount applies. */
    boolean isByTheDay() {
        return opening.type() == EventType.PAUSE;
    }

    /** The price of a whole period before discounts. */
    BigDecimal price(Cell cell) {
        return isByTheDay() ? terms.price().multiply(BigDecimal.valueOf(cell.ofDays())) : terms.price();
    }

    boolean isEmpty() {
        return !from.isBefore(to);
    }

    /** Whether the other one merely goes on with this one (a pause that ended on the day it began). */
    boolean continues(Segment earlier) {
        return earlier.to.equals(from)
                && earlier.grid == grid
                && earlier.termsFrom.equals(termsFrom)
                && earlier.terms.equals(terms);
    }
}
