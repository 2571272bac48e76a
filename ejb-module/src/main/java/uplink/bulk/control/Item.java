package uplink.bulk.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a work is about, as it is worked on.
 *
 * @param id the service's where it is about one, else the customer's
 * @param seen how far the service's history went at the preview
 * @param made what can be taken back
 * @param now the customer and the service as they are, once they are locked
 */
public record Item(
        UUID id,
        UUID customerId,
        @Nullable UUID subscriptionId,
        @Nullable Integer seen,
        @Nullable UUID made,
        @Nullable LocalDate effectiveOn,
        @Nullable Standing now) {

    /**
     * As it is.
     *
     * @param gone erased, or somebody else by now
     * @param history how far the service's history goes; null: it is about none
     */
    public record Standing(BigDecimal balance, boolean gone, @Nullable Integer history) {}

    Item standing(@Nullable Standing standing) {
        return new Item(id, customerId, subscriptionId, seen, made, effectiveOn, standing);
    }

    /** The service that it is about. */
    UUID service() {
        return Objects.requireNonNull(subscriptionId);
    }

    Standing locked() {
        return Objects.requireNonNull(now);
    }

    /** Whether something has happened to the service since the preview. */
    public boolean isStale() {
        return !Objects.equals(seen, locked().history());
    }
}
