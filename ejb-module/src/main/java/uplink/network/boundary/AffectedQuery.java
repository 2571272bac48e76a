package uplink.network.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of an outage's customers, in which order, which slice.
 *
 * @param text words of a name, number, telephone or address
 */
public record AffectedQuery(UUID outage, @Nullable String text, Sort sort, boolean ascending, int first, int size) {

    /** What a list may be ordered by. */
    public enum Sort {
        NAME,
        CONTRACT_NUMBER,
        ADDRESS
    }
}
