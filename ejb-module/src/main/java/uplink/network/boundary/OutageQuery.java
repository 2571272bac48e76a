package uplink.network.boundary;

import org.jspecify.annotations.Nullable;

/**
 * Which outages, in which order, which slice.
 *
 * @param text a fragment of a place, the reason or the note
 */
public record OutageQuery(
        @Nullable OutageStatus status, @Nullable String text, Sort sort, boolean ascending, int first, int size) {

    /** What a list may be ordered by. */
    public enum Sort {
        STARTS,
        EXPECTED_END,
        CUSTOMERS
    }
}
