package uplink.retention.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.ErasureObstacle;

/**
 * Something that a rule would take.
 *
 * @param what the contract number of a person; else what tells the row from others
 * @param customerId null where it is no person
 * @param since when it was needed last
 * @param obstacles why the person cannot be erased yet; empty: goes
 */
public record RetentionCandidate(
        String what,
        @Nullable UUID customerId,
        @Nullable String name,
        Instant since,
        List<ErasureObstacle.Kind> obstacles) {

    public RetentionCandidate {
        obstacles = List.copyOf(obstacles);
    }
}
