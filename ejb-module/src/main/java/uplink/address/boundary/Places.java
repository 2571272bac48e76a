package uplink.address.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.address.control.PlaceLists;
import uplink.address.control.PlaceMerging;
import uplink.address.control.PlaceRows;
import uplink.address.control.PlaceRules;
import uplink.address.control.PlaceStage;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;

/** The tree of places: looked through, searched, and kept by hand where no import brings them. */
@Stateless
@Allowed(Permission.ADDRESS_READ)
public class Places {

    private static final int LONGEST_SEARCH = 300;
    private static final int MOST_FOUND = 50;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    /** A slice of what lies within a place. */
    public List<Place> list(PlaceQuery query) {
        return lists().list(query);
    }

    /** How many there are; of more than ten thousand, an estimate. */
    public long count(PlaceQuery query) {
        return lists().count(query);
    }

    /** What lies within a place, larger ones first, then by name. Refusals: {@code not-found}. */
    public Page<Place> page(@Nullable UUID parent, PageRequest page) {
        if (parent != null) {
            get(parent);
        }
        return Page.of(lists().page(parent, page.before(), page.limit()), page.limit(), place -> place.id()
                .toString());
    }

    /**
     * Places that somebody who is still typing may mean, the likeliest first, houses where a number was typed.
     *
     * @param limit 1 to 50
     */
    public List<FoundPlace> search(@Nullable String text, int limit) {
        Validation validation = new Validation();
        String typed = validation.optional("q", text, LONGEST_SEARCH);
        validation.done();
        return typed == null ? List.of() : lists().search(typed, Math.max(1, Math.min(limit, MOST_FOUND)));
    }

    /** Refusals: {@code not-found}. */
    public Place get(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    /** What a place lies within, the largest first, itself last. Refusals: {@code not-found}. */
    public List<Place> listPath(UUID id) {
        get(id);
        return rows().path(id);
    }

    /** Refusals: {@code validation}, {@code conflict} when there is one of that name already. */
    @Allowed(Permission.ADDRESS_WRITE)
    public Place add(NewPlace wanted) {
        new Validation().require("kind", wanted.kind()).done();
        UUID parent = wanted.parentId();
        UUID id = Ids.next();
        Place place =
                new Place(id, parent, wanted.kind(), wanted.type(), wanted.name(), null, null, true, null, "", "", 0);
        rows().add(new PlaceRules().checked(place, found(parent)));
        return get(id);
    }

    /**
     * Renames a place, moves it, or says that it is no more. Refusals: {@code not-found}, {@code stale}, {@code validation},
     * {@code conflict} when there is one of that name already.
     */
    @Allowed(Permission.ADDRESS_WRITE)
    public Place replace(UUID id, @Nullable Integer version, PlaceChange change) {
        Place now = get(id);
        Boolean active = change.active();
        Place wanted = new Place(
                id,
                change.parentId(),
                now.kind(),
                change.type(),
                change.name(),
                now.garId(),
                now.garGuid(),
                active == null ? now.active() : active,
                now.mergedInto(),
                now.title(),
                now.line(),
                version == null ? now.version() : version);
        rows().replace(new PlaceRules().checked(wanted, found(change.parentId())));
        return get(id);
    }

    /**
     * Says that a place is another one: all that lies within it and is said of it goes over. Refusals: {@code not-found},
     * {@code stale}, {@code validation} when the other one is of another kind, itself, or no more, {@code not-allowed}
     * when more than 2,000 places lie within it.
     */
    @Allowed(Permission.ADDRESS_WRITE)
    public Place merge(UUID id, @Nullable Integer version, PlaceMerge merge) {
        Place from = get(id);
        if (version != null && version != from.version()) {
            throw BusinessException.stale();
        }
        if (!from.active()) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("address.merge.gone"));
        }
        Optional<Place> into = found(merge.into());
        boolean fits = into.filter(other -> !other.id().equals(id) && other.active() && other.kind() == from.kind())
                .isPresent();
        new Validation().check(fits, "into", Text.of("address.merge.into")).done();
        new PlaceMerging(Sql.in(database)).merge(id, merge.into());
        return get(merge.into());
    }

    /** Adds what is missing of all this, in sets. Answers how many places were added. */
    @Allowed(Permission.SYSTEM)
    public int takeOver(List<PlaceLine> lines) {
        PlaceStage stage = new PlaceStage(Sql.in(database));
        for (int i = 0; i < lines.size(); i++) {
            PlaceLine line = lines.get(i);
            stage.put(i, PlaceKind.REGION, line.region());
            stage.putTown(i, line.city());
            stage.put(i, PlaceKind.STREET, line.street());
            stage.put(i, PlaceKind.HOUSE, line.house());
        }
        stage.send();
        return stage.write();
    }

    private Optional<Place> found(@Nullable UUID id) {
        return id == null ? Optional.empty() : rows().one(id);
    }

    private PlaceRows rows() {
        return new PlaceRows(Sql.in(database));
    }

    private PlaceLists lists() {
        return new PlaceLists(Sql.in(database));
    }
}
