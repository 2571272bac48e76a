package uplink.customer.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two customers who may be one and the same.
 *
 * @param one who became a customer first
 * @param dismissedAt since when it is known that they are not; null: nobody has said so
 * @param why in the words of who said so
 */
public record Duplicate(
        UUID id,
        DuplicateSide one,
        DuplicateSide other,
        List<DuplicateReason> reasons,
        DuplicateStrength strength,
        Instant foundAt,
        @Nullable Instant dismissedAt,
        @Nullable String dismissedBy,
        @Nullable String why,
        int version) {

    public Duplicate {
        reasons = List.copyOf(reasons);
    }
}
