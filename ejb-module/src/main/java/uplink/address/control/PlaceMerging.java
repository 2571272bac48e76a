package uplink.address.control;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;

/** Makes one place of two: what lies within the one comes to lie within the other, and what is there twice is one, too. */
public final class PlaceMerging {

    private record Pair(UUID from, UUID into) {}

    /** So many changes one row of the trail can tell of, and somebody can still look through. */
    private static final int MOST = 2_000;

    private final Sql sql;

    public PlaceMerging(Sql sql) {
        this.sql = sql;
    }

    /** {@code not-allowed} when too much lies within it. */
    public void merge(UUID from, UUID into) {
        refuseMany(from);
        Deque<Pair> open = new ArrayDeque<>(List.of(new Pair(from, into)));
        while (!open.isEmpty()) {
            Pair pair = open.removeFirst();
            open.addAll(twins(pair));
            sql.update(
                    "update places set parent_id = ?, version = version + 1 where parent_id = ? and is_active and id <> all (?)",
                    pair.into(),
                    pair.from(),
                    open.stream().map(Pair::from).toArray(UUID[]::new));
            moveWhatIsSaid(pair);
            sql.update(
                    "update places set is_active = false, merged_into = ?, version = version + 1 where id = ?",
                    pair.into(),
                    pair.from());
            sql.update("update places set merged_into = ? where merged_into = ?", pair.into(), pair.from());
        }
    }

    private void refuseMany(UUID from) {
        if (sql.number("select count(*) from places where parent_id = ? and is_active", from) > MOST) {
            throw new BusinessException(ProblemType.NOT_ALLOWED, Text.of("address.merge.many", MOST));
        }
    }

    private List<Pair> twins(Pair pair) {
        return sql.list(
                """
                select a.id, b.id from places a join places b on b.parent_id = ? and b.kind = a.kind
                    and b.name_key = a.name_key and b.type_key = a.type_key and b.is_active
                where a.parent_id = ? and a.is_active""",
                row -> new Pair(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                pair.into(),
                pair.from());
    }

    /** What is said of the place that stays is not overwritten. */
    private void moveWhatIsSaid(Pair pair) {
        sql.update(
                """
                update coverage c set place_id = ?, version = version + 1 where c.place_id = ? and c.ended_on is null
                    and not exists (select from coverage o where o.place_id = ? and o.technology = c.technology
                        and o.ended_on is null)""",
                pair.into(),
                pair.from(),
                pair.into());
        sql.update(
                """
                update house_notes n set place_id = ?, version = version + 1 where n.place_id = ?
                    and not exists (select from house_notes o where o.place_id = ?
                        and o.entrance is not distinct from n.entrance and o.floor is not distinct from n.floor)""",
                pair.into(),
                pair.from(),
                pair.into());
        sql.update("update addresses set place_id = ? where place_id = ?", pair.into(), pair.from());
        sql.update("update applications set place_id = ? where place_id = ?", pair.into(), pair.from());
    }
}
