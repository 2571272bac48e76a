package uplink.address.control;

import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.PlaceKind;
import uplink.shared.AddressWords;
import uplink.shared.Ids;
import uplink.shared.Sql;

/**
 * Lines on their way into the tree, each a path from the largest place down to the smallest. Rank by rank, what is there is
 * found and what is missing is added: as many statements for a million lines as for one.
 */
public final class PlaceStage {

    private static final String TABLES =
            """
            create temp table place_lines (line integer primary key, at uuid, made boolean not null default false) on commit drop;
            create temp table place_refused (line integer, rank smallint) on commit drop;
            create temp table place_parts (line integer, rank smallint, id uuid, kind text, type text, type_key text collate "C",
                name text, name_key text collate "C", primary key (rank, line)) on commit drop""";

    private final Sql sql;
    private final List<Part> parts = new ArrayList<>();

    private record Part(int line, PlaceKind kind, @Nullable String type, String name) {}

    public PlaceStage(Sql sql) {
        this.sql = sql;
        sql.with(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(TABLES);
            }
        });
    }

    /** What the line says of one kind; nothing where that is blank. */
    public void put(int line, PlaceKind kind, @Nullable String written) {
        if (written != null && !written.isBlank()) {
            AddressWords.Named named = kind.compareTo(PlaceKind.STREET) > 0
                    ? new AddressWords.Named(null, AddressWords.number(written))
                    : AddressWords.apart(written);
            parts.add(new Part(line, kind, named.type(), named.name()));
        }
    }

    /** A city, or a smaller place where the type says so. */
    public void putTown(int line, @Nullable String written) {
        String type = written == null
                ? ""
                : AddressWords.type(AddressWords.apart(written).type());
        put(line, type.isEmpty() || type.equals("город") ? PlaceKind.CITY : PlaceKind.LOCALITY, written);
    }

    /** Sends what was put. */
    public void send() {
        sql.update(
                """
                insert into place_parts (line, rank, id, kind, type, type_key, name, name_key)
                select * from unnest(?::integer[], ?::smallint[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])""",
                parts.stream().map(Part::line).toArray(Integer[]::new),
                parts.stream().map(part -> part.kind().ordinal() + 1).toArray(Integer[]::new),
                parts.stream().map(part -> Ids.next()).toArray(UUID[]::new),
                parts.stream().map(part -> part.kind().code()).toArray(String[]::new),
                parts.stream().map(Part::type).toArray(String[]::new),
                parts.stream()
                        .map(part -> PlaceRows.typeKey(part.kind(), part.type()))
                        .toArray(String[]::new),
                parts.stream().map(Part::name).toArray(String[]::new),
                parts.stream()
                        .map(part -> PlaceRows.key(part.kind(), part.name()))
                        .toArray(String[]::new));
        parts.clear();
    }

    /** Finds or adds all of it. Answers how many places were added. */
    public int write() {
        sql.update("insert into place_lines (line) select distinct line from place_parts");
        int added = 0;
        for (PlaceKind kind : PlaceKind.values()) {
            int rank = kind.ordinal() + 1;
            if (sql.number("select count(*) from place_parts where rank = ?", rank) > 0) {
                added += write(rank);
            }
        }
        return added;
    }

    /** How many lines have brought their last place. */
    public int added() {
        return (int)
                sql.number(
                        "select count(*) from place_lines l join place_parts p on p.line = l.line and p.id = l.at where l.line not in (select r.line from place_refused r)");
    }

    /** Lines that name a place without its type where several have the name. */
    public Map<Integer, PlaceKind> doubtful() {
        Map<Integer, PlaceKind> found = new TreeMap<>();
        sql.list("select line, rank from place_refused", row -> {
            found.put(row.getInt(1), PlaceKind.values()[row.getInt(2) - 1]);
            return true;
        });
        return found;
    }

    /** Those with a type first: a name without one may mean a place that another line brings. */
    private int write(int rank) {
        int added = add(rank, "s.type_key <> ''");
        completeTypes(rank);
        refuseDoubtful(rank);
        added += add(rank, "s.type_key = ''");
        for (String parent : List.of("p.parent_id = l.at", "l.at is null and p.parent_id is null")) {
            sql.update(
                    """
                    update place_lines l set at = p.id from place_parts s join places p on p.kind = s.kind
                        and p.name_key = s.name_key and p.type_key = s.type_key and p.is_active
                    where s.rank = ? and s.line = l.line and %s"""
                            .formatted(parent),
                    rank);
        }
        return added;
    }

    private int add(int rank, String which) {
        return sql.update(
                """
                insert into places (id, parent_id, kind, type, type_key, name, name_key)
                select distinct on (l.at, s.name_key, s.type_key) s.id, l.at, s.kind, s.type, s.type_key, s.name, s.name_key
                from place_parts s join place_lines l on l.line = s.line where s.rank = ? and %s
                order by l.at, s.name_key, s.type_key, s.line
                on conflict do nothing"""
                        .formatted(which),
                rank);
    }

    /** A name without its type means the only place there that has the name, whatever type that one has. */
    private void completeTypes(int rank) {
        sql.update(
                """
                update place_parts s set type_key = x.type_key from (
                    select s.line, min(p.type_key) as type_key from place_parts s join place_lines l on l.line = s.line
                    join places p on (p.parent_id = l.at or l.at is null and p.parent_id is null) and p.kind = s.kind
                        and p.name_key = s.name_key and p.is_active
                    where s.rank = ? and s.type_key = '' group by s.line having count(*) = 1) x
                where s.rank = ? and s.line = x.line and s.type_key = ''""",
                rank,
                rank);
    }

    /** Where several have the name, a line without the type says of none of them. */
    private void refuseDoubtful(int rank) {
        sql.update(
                """
                insert into place_refused (line, rank)
                select s.line, s.rank from place_parts s join place_lines l on l.line = s.line
                where s.rank = ? and s.type_key = ''
                    and (select count(*) filter (where p.type_key <> '') > 1 and bool_and(p.type_key <> '') from places p
                        where (p.parent_id = l.at or l.at is null and p.parent_id is null) and p.kind = s.kind
                            and p.name_key = s.name_key and p.is_active)""",
                rank);
        sql.update(
                "delete from place_parts s using place_refused r where r.line = s.line and r.rank = ? and s.rank >= r.rank",
                rank);
    }
}
