package uplink.address.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.Place;
import uplink.address.boundary.PlaceKind;
import uplink.shared.AddressWords;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.shared.Sql;
import uplink.shared.Text;

/** Table {@code places}, one place at a time. */
public final class PlaceRows {

    static final String SELECT =
            """
            select p.id, p.parent_id, p.kind, p.type, p.name, p.gar_id, p.gar_guid, p.is_active, p.merged_into,
                place_name(p.kind, p.type, p.type_key, p.name), place_line(p.id), p.version
            from places p\s""";

    private final Sql sql;

    public PlaceRows(Sql sql) {
        this.sql = sql;
    }

    public Optional<Place> one(UUID id) {
        return sql.first(SELECT + "where p.id = ?", PlaceRows::place, id);
    }

    /** The place, or the one that it turned out to be. */
    public Optional<Place> lasting(UUID id) {
        return sql.first(
                SELECT + "where p.id = (select coalesce(o.merged_into, o.id) from places o where o.id = ?)",
                PlaceRows::place,
                id);
    }

    /** What a place lies within, the largest first, itself last. */
    public List<Place> path(UUID id) {
        return sql.list(
                """
                with recursive up (id, parent_id, step) as (
                    select p.id, p.parent_id, 1 from places p where p.id = ?
                    union all
                    select p.id, p.parent_id, up.step + 1 from up join places p on p.id = up.parent_id)
                """
                        + SELECT + "join up on up.id = p.id order by up.step desc",
                PlaceRows::place,
                id);
    }

    /** {@code conflict} when there is one of that name. */
    public void add(Place place) {
        int added = sql.update(
                """
                insert into places (id, parent_id, kind, type, type_key, name, name_key) values (?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing""",
                place.id(),
                place.parentId(),
                place.kind().code(),
                place.type(),
                typeKey(place),
                place.name(),
                nameKey(place));
        if (added == 0) {
            throw taken();
        }
    }

    /** Writes the place when it still has that version; {@code stale}, {@code conflict} when another one has the name. */
    public void replace(Place place) {
        if (place.active() && twin(place).isPresent()) {
            throw taken();
        }
        int changed = sql.update(
                """
                update places set parent_id = ?, type = ?, type_key = ?, name = ?, name_key = ?, is_active = ?,
                    merged_into = case when ? then null else merged_into end, version = version + 1
                where id = ? and version = ?""",
                place.parentId(),
                place.type(),
                typeKey(place),
                place.name(),
                nameKey(place),
                place.active(),
                place.active(),
                place.id(),
                place.version());
        if (changed == 0) {
            throw BusinessException.stale();
        }
    }

    private Optional<UUID> twin(Place place) {
        return sql.first(
                """
                select id from places where parent_id is not distinct from ? and kind = ? and name_key = ? and type_key = ?
                    and is_active and id <> ?""",
                row -> row.getObject(1, UUID.class),
                place.parentId(),
                place.kind().code(),
                nameKey(place),
                typeKey(place),
                place.id());
    }

    private static BusinessException taken() {
        return BusinessException.taken("name", Text.of("address.place.taken"));
    }

    static String nameKey(Place place) {
        return key(place.kind(), place.name());
    }

    /** What two spellings of one place have in common; empty where there is nothing to compare. */
    static String key(PlaceKind kind, String name) {
        return kind.compareTo(PlaceKind.STREET) > 0 ? AddressWords.house(name) : AddressWords.name(name);
    }

    private static String typeKey(Place place) {
        return typeKey(place.kind(), place.type());
    }

    /** A house is a house, whatever papers call it. */
    static String typeKey(PlaceKind kind, @Nullable String type) {
        return kind.compareTo(PlaceKind.STREET) > 0 ? "" : AddressWords.type(type);
    }

    static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Coded.of(PlaceKind.class, row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getObject(6, Long.class),
                row.getObject(7, UUID.class),
                row.getBoolean(8),
                row.getObject(9, UUID.class),
                row.getString(10),
                row.getString(11),
                row.getInt(12));
    }
}
