package uplink.web.network;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A moment in a field that has minutes only. */
final class Minutes {

    private Minutes() {}

    static @Nullable LocalDateTime shown(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES);
    }

    /** What is in the field now; what nobody changed stays to the second. */
    static @Nullable Instant read(@Nullable LocalDateTime field, @Nullable Instant before, ZoneId zone) {
        if (field == null) {
            return null;
        }
        return field.equals(shown(before, zone)) ? before : field.atZone(zone).toInstant();
    }
}
