package uplink.connection.boundary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which applications, in which order, which slice.
 *
 * @param text a fragment of the number, the name, the telephone, the e-mail or the address
 * @param waiting only those that are kept until there is a network
 * @param since only those that came into their state then or later
 */
public record ApplicationQuery(
        @Nullable ApplicationStatus status,
        @Nullable ApplicationSource source,
        @Nullable String text,
        boolean waiting,
        @Nullable Instant since,
        Sort sort,
        boolean ascending,
        int first,
        int size) {

    /** What a list may be ordered by. */
    public enum Sort {
        CREATED,
        NUMBER,
        NAME,
        STATUS_AT
    }

    /** The same, those of one state: the ones that wait longest first, or the last decided. */
    public ApplicationQuery column(ApplicationStatus of, @Nullable Instant decidedSince, int most) {
        boolean open = of != ApplicationStatus.INSTALLED && of != ApplicationStatus.REFUSED;
        return new ApplicationQuery(
                of, source, text, waiting, open ? null : decidedSince, Sort.STATUS_AT, open, 0, most);
    }
}
