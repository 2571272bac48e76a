package uplink.web.connection;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.connection.boundary.Crew;
import uplink.connection.boundary.Crews;
import uplink.connection.boundary.NewCrew;
import uplink.inventory.boundary.CrewMember;
import uplink.inventory.boundary.DeviceSearch;
import uplink.web.shell.Go;

/** Who goes with a crew. */
@Named
@ViewScoped
public class CrewForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Crews crews;

    @Inject
    private DeviceSearch devices;

    private @Nullable String id;
    private @Nullable Integer version;
    private @Nullable String name;
    private boolean active = true;
    private List<String> members = new ArrayList<>();

    public void load() {
        if (!isNew()) {
            Crew crew = crews.get(Go.id(id));
            version = crew.version();
            name = crew.name();
            active = crew.active();
            members = new ArrayList<>(crew.members().stream()
                    .map(member -> member.id().toString())
                    .toList());
        }
    }

    public void save() {
        NewCrew wanted = new NewCrew(
                Go.given(name), active, members.stream().map(UUID::fromString).toList());
        if (isNew()) {
            crews.create(wanted);
        } else {
            crews.replace(Go.id(id), version, wanted);
        }
        Go.to("/crews", "crew.saved");
    }

    /** Technicians who go with this crew, or with none. */
    public List<CrewMember> getTechnicians() {
        List<UUID> elsewhere = crews.list().stream()
                .filter(crew -> isNew() || !crew.id().equals(Go.id(id)))
                .flatMap(crew -> crew.members().stream())
                .map(CrewMember::id)
                .toList();
        return devices.listCrew().stream()
                .filter(member -> !elsewhere.contains(member.id()))
                .toList();
    }

    public boolean isNew() {
        return id == null;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public List<String> getMembers() {
        return members;
    }

    public void setMembers(List<String> members) {
        this.members = members;
    }
}
