package uplink.billing.rating.control;

import java.time.LocalDate;
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
