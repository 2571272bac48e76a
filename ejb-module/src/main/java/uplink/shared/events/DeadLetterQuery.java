package uplink.shared.events;

import org.jspecify.annotations.Nullable;

/**
 * A slice of the dead letters for the console.
 *
 * @param waitingOnly without those that were replayed
 * @param consumer who gave up; null: anybody
 * @param type the beginning of the event's type; null: any
 */
public record DeadLetterQuery(
        boolean waitingOnly,
        @Nullable String consumer,
        @Nullable String type,
        Sort sort,
        boolean ascending,
        int first,
        int size) {

    /** What the list can be sorted by. */
    public enum Sort {
        PARKED,
        CONSUMER,
        TYPE
    }
}
