package uplink.web.address;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.FoundPlace;
import uplink.address.boundary.Place;
import uplink.address.boundary.PlaceQuery;
import uplink.address.boundary.Places;
import uplink.web.shell.Go;
import uplink.web.shell.Rows;

/** What lies within a place of the tree, and what a search finds in all of it. */
@Named
@ViewScoped
public class PlaceList implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int FOUND = 50;

    @Inject
    private Places places;

    private @Nullable String of;
    private @Nullable String find;
    private boolean inactive;
    private transient @Nullable List<Place> path;
    private transient @Nullable List<FoundPlace> found;
    private final Rows<Place> rows = new Rows<>(
            (first, size, column, ascending) -> places.list(query(first, size)), () -> places.count(query(0, 1)));

    public void load() {
        getPath();
    }

    private PlaceQuery query(int first, int size) {
        return new PlaceQuery(parent(), null, null, inactive, first, size);
    }

    private @Nullable UUID parent() {
        return of == null ? null : Go.id(of);
    }

    /** From the largest place down to the one whose parts are shown; empty above all of them. */
    public List<Place> getPath() {
        if (path == null) {
            UUID parent = parent();
            path = parent == null ? List.of() : places.listPath(parent);
        }
        return path;
    }

    /** The place whose parts are shown; null above all of them. */
    public @Nullable Place getHere() {
        return getPath().isEmpty() ? null : getPath().get(getPath().size() - 1);
    }

    public boolean isSearching() {
        return find != null && !find.isBlank();
    }

    public List<FoundPlace> getFound() {
        if (found == null) {
            found = places.search(find, FOUND);
        }
        return found;
    }

    public Rows<Place> getRows() {
        return rows;
    }

    public @Nullable String getOf() {
        return of;
    }

    public void setOf(@Nullable String of) {
        this.of = of;
    }

    public @Nullable String getFind() {
        return find;
    }

    public void setFind(@Nullable String find) {
        this.find = find;
        found = null;
    }

    public boolean isInactive() {
        return inactive;
    }

    public void setInactive(boolean inactive) {
        this.inactive = inactive;
    }
}
