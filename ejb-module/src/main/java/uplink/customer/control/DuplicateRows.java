package uplink.customer.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.CustomerKind;
import uplink.customer.boundary.CustomerStatus;
import uplink.customer.boundary.Duplicate;
import uplink.customer.boundary.DuplicateQuery;
import uplink.customer.boundary.DuplicateReason;
import uplink.customer.boundary.DuplicateSide;
import uplink.customer.boundary.DuplicateStrength;
import uplink.shared.Coded;
import uplink.shared.Counts;
import uplink.shared.Sql;

/** Customers who may be the same, as they were found and judged. */
public final class DuplicateRows {

    static final String SIDE =
            """
            {c}.id, {c}.contract_number, {c}.kind, {c}.full_name, {c}.inn, {c}.phone, {c}.email,
            (select concat_ws(', ', h.city, h.street, h.house || coalesce('-' || h.flat, ''))
                from contracts k join addresses h on h.id = k.address_id
                where k.customer_id = {c}.id order by k.id limit 1),
            {c}.status, (select count(*) from subscriptions s where s.customer_id = {c}.id and s.status <> 'cancelled'),
            {c}.balance, {c}.currency, {c}.created_at""";

    private static final String ROWS =
            "select d.id, d.reasons, d.weight, d.found_at, d.dismissed_at, d.dismissed_by, d.why, d.version, "
                    + SIDE.replace("{c}", "a") + ", " + SIDE.replace("{c}", "b")
                    + ", (select coalesce(nullif(u.full_name, ''), u.email) from users u where u.id = d.dismissed_by)"
                    + " from (%s) d join customers a on a.id = d.customer_id join customers b on b.id = d.other_id";
    private static final int ONE = 9;
    private static final int OTHER = ONE + 13;

    private final Sql sql;

    public DuplicateRows(Sql sql) {
        this.sql = sql;
    }

    /** Looks through all customers. What is not shared any more goes, unless somebody has judged it; answers how many are new. */
    public int find(Instant at) {
        sql.update(
                """
                delete from duplicates d where d.dismissed_at is null
                    and not exists (select from find_duplicates() f where f.one = d.customer_id and f.other = d.other_id)""");
        return sql.update(
                """
                insert into duplicates as d (id, customer_id, other_id, reasons, weight, found_at)
                select gen_random_uuid(), f.one, f.other, f.reasons, f.weight, ? from find_duplicates() f
                on conflict (customer_id, other_id) do update set reasons = excluded.reasons, weight = excluded.weight
                where d.reasons <> excluded.reasons""",
                at);
    }

    /** The strongest first, the judged ones by when. */
    public List<Duplicate> list(DuplicateQuery query, int first, int size) {
        List<Object> parameters = new ArrayList<>();
        String order = query.dismissed() ? " order by d.dismissed_at desc, d.id" : " order by d.weight desc, d.id";
        String matching = "select d.* " + where(query, parameters) + order + " limit ? offset ?";
        parameters.add(size);
        parameters.add(first);
        return sql.list(ROWS.formatted(matching) + order, DuplicateRows::row, parameters.toArray());
    }

    public long count(DuplicateQuery query) {
        List<Object> parameters = new ArrayList<>();
        String matching = "select 1 " + where(query, parameters);
        return Counts.of(sql, matching, parameters);
    }

    /** With whom a customer may be the same; the strongest first. */
    public List<Duplicate> of(UUID customer, int most) {
        return sql.list(
                ROWS.formatted(
                                """
                                select d.* from duplicates d where (d.customer_id = ? or d.other_id = ?) and d.dismissed_at is null
                                order by d.weight desc, d.id limit ?""")
                        + " order by d.weight desc, d.id",
                DuplicateRows::row,
                customer,
                customer,
                most);
    }

    public Optional<Duplicate> one(UUID id) {
        return sql.first(ROWS.formatted("select d.* from duplicates d where d.id = ?"), DuplicateRows::row, id);
    }

    /** They are not the same; false when that was known. */
    public boolean dismiss(UUID id, @Nullable String why, @Nullable UUID by, Instant at) {
        return sql.update(
                        """
                        update duplicates set dismissed_at = ?, dismissed_by = ?, why = ?, version = version + 1
                        where id = ? and dismissed_at is null""",
                        at,
                        by,
                        why,
                        id)
                == 1;
    }

    /** They may be the same after all; false when nobody has said that they are not. */
    public boolean reopen(UUID id) {
        return sql.update(
                        """
                        update duplicates set dismissed_at = null, dismissed_by = null, why = null, version = version + 1
                        where id = ? and dismissed_at is not null""",
                        id)
                == 1;
    }

    private static String where(DuplicateQuery query, List<Object> parameters) {
        StringBuilder where = new StringBuilder("from duplicates d where d.dismissed_at is ")
                .append(query.dismissed() ? "not null" : "null");
        DuplicateStrength strength = query.strength();
        if (strength != null) {
            where.append(" and d.weight between ? and ?");
            parameters.add(strength.from());
            parameters.add(strength.to());
        }
        DuplicateReason reason = query.reason();
        if (reason != null) {
            where.append(" and ? = any (d.reasons)");
            parameters.add(reason.code());
        }
        return where.toString();
    }

    private static Duplicate row(ResultSet row) throws SQLException {
        Timestamp dismissed = row.getTimestamp(5);
        String[] reasons = (String[]) row.getArray(2).getArray();
        return new Duplicate(
                row.getObject(1, UUID.class),
                side(row, ONE),
                side(row, OTHER),
                Arrays.stream(reasons)
                        .map(reason -> Coded.of(DuplicateReason.class, reason))
                        .toList(),
                DuplicateStrength.of(row.getInt(3)),
                row.getTimestamp(4).toInstant(),
                dismissed == null ? null : dismissed.toInstant(),
                row.getString(OTHER + 13),
                row.getString(7),
                row.getInt(8));
    }

    static DuplicateSide side(ResultSet row, int at) throws SQLException {
        return new DuplicateSide(
                row.getObject(at, UUID.class),
                row.getString(at + 1),
                Coded.of(CustomerKind.class, row.getString(at + 2)),
                row.getString(at + 3),
                row.getString(at + 4),
                row.getString(at + 5),
                row.getString(at + 6),
                row.getString(at + 7),
                Coded.of(CustomerStatus.class, row.getString(at + 8)),
                row.getInt(at + 9),
                row.getBigDecimal(at + 10),
                row.getString(at + 11),
                row.getTimestamp(at + 12).toInstant());
    }
}
