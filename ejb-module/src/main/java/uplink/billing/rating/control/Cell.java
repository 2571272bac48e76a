package uplink.billing.rating.control;

import java.time.LocalDate;

/**
 * A billing period, or what of it lies after its grid began.
 *
 * @param ordinal counts the subscription's periods from 0
 * @param start first day
 * @param end the day after the last; always a billing day
 * @param ofDays days of the whole period, which may have begun before {@code start}
 */
record Cell(int ordinal, LocalDate start, LocalDate end, int ofDays) {

    /** Which day of the whole period a day is, from 1. */
    int dayOf(LocalDate day) {
        return ofDays - (int) (end.toEpochDay() - day.toEpochDay()) + 1;
    }
}
