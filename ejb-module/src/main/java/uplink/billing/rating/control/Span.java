package uplink.billing.rating.control;

import java.time.LocalDate;

/** Days: the first, and the one after the last. */
record Span(LocalDate from, LocalDate to) {

    int days() {
        return (int) (to.toEpochDay() - from.toEpochDay());
    }
}
