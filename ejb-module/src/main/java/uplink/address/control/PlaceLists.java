package uplink.address.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.FoundPlace;
import uplink.address.boundary.Place;
import uplink.address.boundary.PlaceKind;
import uplink.address.boundary.PlaceQuery;
import uplink.shared.AddressWords;
import uplink.shared.Coded;
import uplink.shared.Counts;
import uplink.shared.Folding;
import uplink.shared.Sql;

/** Lists of places, cut in the database. */
public final class PlaceLists {

    private static final String ORDER = "order by p.rank, p.name collate natural_order, p.id";
    private static final int STREETS = 40;
    private static final int MOST_WORDS = 8;

    private final Sql sql;

    public PlaceLists(Sql sql) {
        this.sql = sql;
    }

    /** A slice of what lies within a place. */
    public List<Place> list(PlaceQuery query) {
        List<Object> parameters = new ArrayList<>();
        String where = where(query, parameters);
        parameters.add(Math.max(1, Math.min(query.size(), 100)));
        parameters.add(Math.max(0, query.first()));
        return within(where, "", parameters, " limit ? offset ?");
    }

    /** The same from a cursor on, one more than asked for; inactive ones left out. */
    public List<Place> page(@Nullable UUID parent, @Nullable UUID after, int limit) {
        List<Object> parameters = new ArrayList<>();
        String where = where(new PlaceQuery(parent, null, null, false, 0, 1), parameters);
        Optional<Place> last = after == null ? Optional.empty() : new PlaceRows(sql).one(after);
        last.ifPresent(place -> parameters.addAll(List.of(place.kind().ordinal() + 1, place.name(), place.id())));
        parameters.add(limit + 1);
        String from = last.isPresent() ? " and (p.rank, p.name collate natural_order, p.id) > (?, ?, ?)" : "";
        return within(where, from, parameters, " limit ?");
    }

    private List<Place> within(String where, String from, List<Object> parameters, String cut) {
        return sql.list(
                PlaceRows.SELECT + "where p.id in (select p.id from places p" + where + from + " " + ORDER + cut + ") "
                        + ORDER,
                PlaceRows::place,
                parameters.toArray());
    }

    public long count(PlaceQuery query) {
        List<Object> parameters = new ArrayList<>();
        return Counts.of(sql, "select 1 from places p" + where(query, parameters), parameters);
    }

    private static String where(PlaceQuery query, List<Object> parameters) {
        StringBuilder where = new StringBuilder(" where p.parent_id ");
        UUID parent = query.parent();
        where.append(parent == null ? "is null" : "= ?");
        if (parent != null) {
            parameters.add(parent);
        }
        PlaceKind kind = query.kind();
        if (kind != null) {
            where.append(" and p.rank = ?");
            parameters.add(kind.ordinal() + 1);
        }
        String text = query.text();
        if (text != null && !text.isBlank()) {
            where.append(" and fold_text(p.name) like ?");
            parameters.add(Sql.prefix(Folding.folded(text.strip())));
        }
        return where.append(query.inactive() ? "" : " and p.is_active").toString();
    }

    /** What somebody who is still typing may mean: places whose words begin like theirs, and houses in them. */
    public List<FoundPlace> search(String typed, int limit) {
        List<String> all = AddressWords.list(AddressWords.withoutFlat(typed));
        List<String> names = all.stream()
                .filter(word -> !AddressWords.isType(word) && !AddressWords.isNumber(word))
                .limit(MOST_WORDS)
                .toList();
        if (names.isEmpty()) {
            return List.of();
        }
        String house =
                all.stream().filter(AddressWords::isNumber).reduce((a, b) -> b).orElse("");
        UUID[] streets = streets(names, AddressWords.streetTypes(Set.copyOf(all)));
        return house.isEmpty() ? lines(streets, limit) : houses(streets, house, limit);
    }

    private UUID[] streets(List<String> names, Set<String> types) {
        List<Object> parameters = new ArrayList<>();
        StringBuilder where = new StringBuilder();
        for (String name : names) {
            where.append(where.isEmpty() ? "" : " and ").append("s.content like ?");
            parameters.add("% " + Sql.prefix(name));
        }
        parameters.add(types.toArray(String[]::new));
        parameters.add(STREETS);
        return sql.list(
                        "select p.id from place_search s join places p on p.id = s.place_id where " + where
                                + " order by p.rank = 6 and p.type_key <> all (?), length(s.content), s.content, p.id limit ?",
                        row -> row.getObject(1, UUID.class),
                        parameters.toArray())
                .toArray(UUID[]::new);
    }

    private List<FoundPlace> lines(UUID[] places, int limit) {
        return found(
                """
                select p.id, p.kind, place_line(p.id) from unnest(?::uuid[]) with ordinality as x (id, n)
                join places p on p.id = x.id order by x.n limit ?""",
                places,
                limit);
    }

    private List<FoundPlace> houses(UUID[] streets, String house, int limit) {
        return found(
                """
                select p.id, p.kind, place_line(p.id) from (
                    select p.id, p.kind, p.name, x.n, p.name_key = ? as exact
                    from unnest(?::uuid[]) with ordinality as x (id, n) join places p on p.parent_id = x.id
                    where p.rank = 7 and p.is_active and p.name_key like ?
                    order by exact desc, x.n, p.name collate natural_order limit ?) p
                order by p.exact desc, p.n, p.name collate natural_order""",
                house,
                streets,
                Sql.prefix(house),
                limit);
    }

    private List<FoundPlace> found(String select, Object... parameters) {
        return sql.list(
                select,
                row -> new FoundPlace(
                        row.getObject(1, UUID.class), Coded.of(PlaceKind.class, row.getString(2)), row.getString(3)),
                parameters);
    }
}
