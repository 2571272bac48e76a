package uplink.web.connection;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uplink.connection.boundary.Crew;
import uplink.connection.boundary.Crews;
import uplink.inventory.boundary.CrewMember;

/** The crews. */
@Named
@RequestScoped
public class CrewList {

    @Inject
    private Crews crews;

    private @Nullable List<Crew> rows;

    public List<Crew> getRows() {
        if (rows == null) {
            rows = crews.list();
        }
        return rows;
    }

    /** Those that go out. */
    public List<Crew> getActive() {
        return getRows().stream().filter(Crew::active).toList();
    }

    /** Who goes with it, in one line. */
    public String names(Crew crew) {
        return crew.members().stream().map(CrewMember::name).collect(Collectors.joining(", "));
    }
}
