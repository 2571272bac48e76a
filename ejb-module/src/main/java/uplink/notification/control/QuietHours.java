package uplink.notification.control;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * When a customer is not to be disturbed, by the clocks on the customer's wall: {@code [from, to)}, over midnight when it
 * ends earlier than it begins. Whatever the clocks are set to, quiet ends when they show the end, or the first moment after
 * an end that they jump over.
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

    /** When they are over, if they are on at that moment. */
    public Optional<Instant> over(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean overMidnight = to.isBefore(from);
        boolean on =
                overMidnight ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
        if (!on) {
            return Optional.empty();
        }
        LocalDate day = local.toLocalDate();
        Instant end = end(overMidnight && !time.isBefore(from) ? day.plusDays(1) : day);
        // an hour that comes twice: the first of them is past already, the clocks show the end once more
        return Optional.of(end.isAfter(at) ? end : later(local.toLocalDate()));
    }

    private Instant end(LocalDate day) {
        ZoneOffsetTransition jump = zone.getRules().getTransition(day.atTime(to));
        return jump != null && jump.isGap()
                ? jump.getInstant()
                : day.atTime(to).atZone(zone).toInstant();
    }

    private Instant later(LocalDate day) {
        return day.atTime(to).atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }
}
