package uplink.web.address;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.NewPlace;
import uplink.address.boundary.Place;
import uplink.address.boundary.PlaceChange;
import uplink.address.boundary.PlaceKind;
import uplink.address.boundary.Places;
import uplink.web.shell.Go;

/** A place: added below another one, renamed, given up. */
@Named
@ViewScoped
public class PlaceForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Places places;

    private @Nullable String id;
    private @Nullable String of;
    private int version;
    private @Nullable PlaceKind kind;
    private @Nullable String type;
    private @Nullable String name;
    private boolean active = true;
    private transient @Nullable Place parent;

    public void load() {
        if (!isNew()) {
            Place place = places.get(Go.id(id));
            UUID larger = place.parentId();
            of = larger == null ? null : larger.toString();
            version = place.version();
            kind = place.kind();
            type = place.type();
            name = place.name();
            active = place.active();
        }
        getParent();
    }

    public void save() {
        UUID within = of == null ? null : Go.id(of);
        Place saved = isNew()
                ? places.add(new NewPlace(within, Go.given(kind), type, Go.given(name)))
                : places.replace(Go.id(id), version, new PlaceChange(within, type, Go.given(name), active));
        Go.to("/place?id=" + saved.id(), "place.saved");
    }

    /** What may lie within the larger place. */
    public List<PlaceKind> getKinds() {
        Place larger = getParent();
        return Arrays.stream(PlaceKind.values())
                .filter(each ->
                        larger == null ? each.standsAlone() : larger.kind().isLargerThan(each))
                .toList();
    }

    /** What it lies within; null: nothing. */
    public @Nullable Place getParent() {
        if (parent == null && of != null) {
            parent = places.get(Go.id(of));
        }
        return parent;
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

    public @Nullable String getOf() {
        return of;
    }

    public void setOf(@Nullable String of) {
        this.of = of;
    }

    public @Nullable PlaceKind getKind() {
        return kind;
    }

    public void setKind(@Nullable PlaceKind kind) {
        this.kind = kind;
    }

    public @Nullable String getType() {
        return type;
    }

    public void setType(@Nullable String type) {
        this.type = type;
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
}
