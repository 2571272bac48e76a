package uplink.network.boundary;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may know of an outage.
 *
 * @param status planned or current
 * @param places those that the address asked for may be in
 * @param reason in the reader's language
 * @param since when service went, or is going to
 */
public record OutageNotice(
        OutageStatus status, List<OutagePlace> places, String reason, Instant since, @Nullable Instant expectedEnd) {

    public OutageNotice {
        places = List.copyOf(places);
    }
}
