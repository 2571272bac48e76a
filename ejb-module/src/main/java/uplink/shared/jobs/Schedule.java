package uplink.shared.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import uplink.shared.SystemTime;

/** When a job is due. */
public sealed interface Schedule {

    /** The latest due time that is not in the future. */
    Instant lastDue(Clock business);

    /** Once a business day at that time in the operator's zone. */
    static Schedule daily(LocalTime at) {
        return new Daily(at);
    }

    /** Every so often by the machine's time, counted from the epoch so that all nodes agree. */
    static Schedule every(Duration period) {
        return new Every(period);
    }

    /** A time that a change of the zone's offset skips moves on by the gap; one that comes twice counts once. */
    record Daily(LocalTime at) implements Schedule {
        @Override
        public Instant lastDue(Clock business) {
            Instant now = business.instant();
            ZonedDateTime today = now.atZone(business.getZone());
            Instant due = today.toLocalDate().atTime(at).atZone(today.getZone()).toInstant();
            return due.isAfter(now)
                    ? today.toLocalDate()
                            .minusDays(1)
                            .atTime(at)
                            .atZone(today.getZone())
                            .toInstant()
                    : due;
        }
    }

    /** At least a second. */
    record Every(Duration period) implements Schedule {
        public Every {
            if (period.toSeconds() < 1) {
                throw new IllegalArgumentException("a period is at least a second");
            }
        }

        @Override
        public Instant lastDue(Clock business) {
            long seconds = SystemTime.now().getEpochSecond();
            return Instant.ofEpochSecond(seconds - seconds % period.toSeconds());
        }
    }
}
