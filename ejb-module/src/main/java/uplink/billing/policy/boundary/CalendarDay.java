package uplink.billing.policy.boundary;

import java.time.LocalDate;

/**
 * A day that is not as the week says: a holiday, or a Saturday on which people work.
 *
 * @param working whether people work
 */
public record CalendarDay(LocalDate day, boolean working, String nameRu, String nameEn) {}
