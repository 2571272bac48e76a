package uplink.connection.boundary;

import java.util.List;
import java.util.UUID;
import uplink.inventory.boundary.CrewMember;

/**
 * People who go out to customers together.
 *
 * @param members technicians, who hold the devices that they take along
 * @param version for {@code If-Match}
 */
public record Crew(UUID id, String name, boolean active, List<CrewMember> members, int version) {

    public Crew {
        members = List.copyOf(members);
    }
}
