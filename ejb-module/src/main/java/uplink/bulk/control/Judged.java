package uplink.bulk.control;

import org.jspecify.annotations.Nullable;

/** An item and what became of it. */
public record Judged(Item item, Outcome outcome) {

    /** How far the service's history went when it was looked at. */
    @Nullable
    Integer history() {
        Item.Standing now = item.now();
        return now == null ? null : now.history();
    }
}
