package uplink.retention.control;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import uplink.retention.boundary.RetentionUnit;

/** Before when a thing must have been needed last to be due. */
public final class Cutoff {

    private Cutoff() {}

    /** Months are those of the calendar in the operator's zone. */
    public static Instant of(Instant now, ZoneId zone, RetentionUnit unit, int keep) {
        ZonedDateTime local = now.atZone(zone);
        return (unit == RetentionUnit.MONTHS ? local.minusMonths(keep) : local.minusDays(keep)).toInstant();
    }
}
