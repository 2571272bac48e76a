package uplink.address.control;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import uplink.address.boundary.PlaceKind;
import uplink.shared.Ids;
import uplink.shared.Sql;

/**
 * The register's places on their way into the tree. Each is found by the register's number, else by its name where it lies,
 * and takes the number over; what is missing is added. Rank by rank: as many statements for a million places as for one.
 */
final class GarStage {

    private static final String TABLES =
            """
            create temp table gar_links (id bigint primary key, parent bigint not null) on commit drop;
            create temp table gar_things (id bigint primary key, no integer not null, guid uuid, rank smallint, kind text,
                type text, type_key text collate "C", name text, name_key text collate "C", fresh uuid,
                parent bigint, at uuid, place uuid, brought boolean not null default false) on commit drop""";

    /** A larger place than the one in question: of this file, or of one before. */
    private static final String LARGER =
            """
            exists (select from gar_things g where g.id = u.parent and g.rank < u.rank)
                or exists (select from places p where p.gar_id = u.parent and p.rank < u.rank)""";

    /** The first of several that the register calls alike. */
    private static final String FIRSTS =
            """
            select distinct on (at, kind, name_key, type_key) * from gar_things
            where rank = ? and place is null and (at is not null or rank <= 4) order by at, kind, name_key, type_key, no""";

    private final Sql sql;
    private final List<GarArchive.Link> links = new ArrayList<>();
    private final List<GarArchive.Thing> things = new ArrayList<>();
    private int no;

    GarStage(Sql sql) {
        this.sql = sql;
        sql.run(TABLES);
    }

    void put(GarArchive.Link link) {
        links.add(link);
    }

    void put(GarArchive.Thing thing) {
        things.add(thing);
    }

    /** Sends what was put. */
    void send() {
        sql.update(
                "insert into gar_links (id, parent) select * from unnest(?::bigint[], ?::bigint[]) on conflict do nothing",
                links.stream().map(GarArchive.Link::id).toArray(Long[]::new),
                links.stream().map(GarArchive.Link::parent).toArray(Long[]::new));
        links.clear();
        int first = no;
        no += things.size();
        sql.update(
                """
                insert into gar_things (no, id, guid, rank, kind, type, type_key, name, name_key, fresh)
                select ? + x.ordinality, x.id, x.guid, x.rank, x.kind, x.type, x.type_key, x.name, x.name_key, x.fresh
                from unnest(?::bigint[], ?::uuid[], ?::smallint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[])
                    with ordinality x (id, guid, rank, kind, type, type_key, name, name_key, fresh, ordinality)
                on conflict do nothing""",
                first,
                things.stream().map(GarArchive.Thing::id).toArray(Long[]::new),
                things.stream().map(GarArchive.Thing::guid).toArray(UUID[]::new),
                things.stream().map(thing -> thing.kind().ordinal() + 1).toArray(Integer[]::new),
                things.stream().map(thing -> thing.kind().code()).toArray(String[]::new),
                things.stream().map(GarArchive.Thing::type).toArray(String[]::new),
                things.stream()
                        .map(thing -> PlaceRows.typeKey(thing.kind(), thing.type()))
                        .toArray(String[]::new),
                things.stream().map(GarArchive.Thing::name).toArray(String[]::new),
                things.stream()
                        .map(thing -> PlaceRows.key(thing.kind(), thing.name()))
                        .toArray(String[]::new),
                things.stream().map(thing -> Ids.next()).toArray(UUID[]::new));
        things.clear();
    }

    /** Finds or adds all of it. */
    void write() {
        sql.run("analyze gar_links; analyze gar_things");
        climb();
        for (PlaceKind kind : PlaceKind.values()) {
            int rank = kind.ordinal() + 1;
            if (sql.number("select count(*) from gar_things where rank = ?", rank) > 0) {
                write(rank);
            }
        }
    }

    /** How many places were sent so far. */
    int sent() {
        return no;
    }

    int total() {
        return (int) sql.number("select count(*) from gar_things");
    }

    /** How many were added or are called otherwise now. */
    int brought() {
        return (int) sql.number("select count(*) from gar_things where brought");
    }

    int lost() {
        return (int) sql.number("select count(*) from gar_things where place is null");
    }

    /** The register's numbers of those that lie within nothing that is known; at most that many. */
    List<GarLost> lost(int most) {
        return sql.list(
                "select no, id, name_key = '' from gar_things where place is null order by no limit ?",
                row -> new GarLost(row.getInt(1), row.getLong(2), row.getBoolean(3)),
                most);
    }

    /**
     * @param no the how manyth place of the file
     * @param nameless it has no name
     */
    record GarLost(int no, long id, boolean nameless) {}

    /** What lies between, such as a plot of land or a municipal unit, is passed over. A circle ends somewhere. */
    private void climb() {
        sql.update(
                """
                with recursive up (id, rank, parent, step) as (
                    select t.id, t.rank, l.parent, 1 from gar_things t join gar_links l on l.id = t.id
                    union all
                    select u.id, u.rank, l.parent, u.step + 1 from up u join gar_links l on l.id = u.parent
                    where u.step < 20 and not (%s))
                update gar_things t set parent = u.parent from up u where u.id = t.id and (%s)"""
                        .formatted(LARGER, LARGER));
    }

    private void write(int rank) {
        sql.update("update gar_things t set at = g.place from gar_things g where t.rank = ? and g.id = t.parent", rank);
        sql.update(
                """
                update gar_things t set at = coalesce(p.merged_into, p.id) from places p
                where t.rank = ? and t.at is null and p.gar_id = t.parent""",
                rank);
        rename(rank);
        sql.update(
                """
                update gar_things t set place = coalesce(p.merged_into, p.id) from places p
                where t.rank = ? and p.gar_id = t.id""",
                rank);
        takeOver(rank);
        add(rank);
        meet(rank);
    }

    /**
     * The register's number stays with a street that is called otherwise now, unless another one has the name; of
     * what it lies within, a part of the register may say nothing.
     */
    private void rename(int rank) {
        sql.update(
                """
                with called as (
                    update places p set parent_id = coalesce(t.at, p.parent_id), type = t.type, type_key = t.type_key, name = t.name,
                        name_key = t.name_key, version = p.version + 1
                    from (%s) t where p.gar_id = t.id and p.kind = t.kind and p.is_active and t.name_key <> ''
                        and (p.name_key, p.type_key, p.parent_id) is distinct from (t.name_key, t.type_key, coalesce(t.at, p.parent_id))
                        and not exists (select from places o where o.kind = t.kind and o.name_key = t.name_key
                            and o.type_key = t.type_key and o.is_active
                            and o.parent_id is not distinct from coalesce(t.at, p.parent_id))
                    returning p.gar_id)
                update gar_things t set brought = true from called c where c.gar_id = t.id"""
                        .formatted(FIRSTS),
                rank);
    }

    /** Places that people have typed, or files have brought: also without a type, where only one has the name. */
    private void takeOver(int rank) {
        for (String there : List.of("p.parent_id = t.at", "p.parent_id is null and t.at is null")) {
            sql.update(
                    """
                    update places p set gar_id = t.id, gar_guid = t.guid, version = p.version + 1 from (%s) t
                    where %s and p.kind = t.kind and p.name_key = t.name_key and p.type_key = t.type_key and p.is_active
                        and p.gar_id is null and not exists (select from places o where o.gar_guid = t.guid)"""
                            .formatted(FIRSTS, there),
                    rank);
            sql.update(
                    """
                    update places p set gar_id = t.id, gar_guid = t.guid, type = t.type, type_key = t.type_key,
                        version = p.version + 1
                    from (%s) t
                    where %s and p.kind = t.kind and p.name_key = t.name_key and p.type_key = '' and t.type_key <> ''
                        and p.is_active and p.gar_id is null and not exists (select from places o where o.gar_guid = t.guid)
                        and not exists (select from places o where o.id <> p.id and o.kind = p.kind and o.is_active
                            and o.name_key = p.name_key and (o.parent_id = t.at or o.parent_id is null and t.at is null))
                        and not exists (select from gar_things o where o.id <> t.id and o.kind = t.kind
                            and o.name_key = t.name_key and (o.at = t.at or o.at is null and t.at is null))"""
                            .formatted(FIRSTS, there),
                    rank);
        }
        sql.update(
                "update gar_things t set place = p.id from places p where t.rank = ? and t.place is null and p.gar_id = t.id",
                rank);
    }

    private void add(int rank) {
        sql.update(
                """
                insert into places (id, parent_id, kind, type, type_key, name, name_key, gar_id, gar_guid)
                select t.fresh, t.at, t.kind, t.type, t.type_key, t.name, t.name_key, t.id, t.guid from (%s) t
                where t.name_key <> ''
                on conflict do nothing"""
                        .formatted(FIRSTS),
                rank);
        sql.update(
                "update gar_things t set place = p.id, brought = true from places p where t.rank = ? and p.id = t.fresh",
                rank);
    }

    /** What the register has twice is one place. */
    private void meet(int rank) {
        for (String there : List.of("p.parent_id = t.at", "p.parent_id is null and t.at is null and t.rank <= 4")) {
            sql.update(
                    """
                    update gar_things t set place = p.id from places p
                    where t.rank = ? and t.place is null and %s and p.kind = t.kind and p.name_key = t.name_key
                        and p.type_key = t.type_key and p.is_active"""
                            .formatted(there),
                    rank);
        }
    }
}
