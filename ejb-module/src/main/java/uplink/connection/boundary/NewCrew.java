package uplink.connection.boundary;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a crew shall be.
 *
 * @param active null: it is
 * @param memberIds technicians who go with no other crew
 */
public record NewCrew(String name, @Nullable Boolean active, List<UUID> memberIds) {

    public NewCrew {
        memberIds = memberIds == null ? List.of() : List.copyOf(memberIds);
    }
}
