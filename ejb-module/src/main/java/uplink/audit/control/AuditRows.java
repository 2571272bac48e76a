package uplink.audit.control;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.audit.boundary.AuditEntry;
import uplink.audit.boundary.AuditQuery;
import uplink.audit.boundary.AuditRow;
import uplink.shared.Json;
import uplink.shared.Sql;

/** The trail as rows: filtered, sorted and cut in the database. */
public final class AuditRows {

    private static final String ROW =
            """
            a.id, a.at, a.actor_id, a.actor_name, a.actor_kind, a.edge, a.address, a.action, a.entity, a.entity_id,
            a.customer_id""";
    private static final int MOST_ACTORS = 200;
    private static final int MOST_WORDS = 1000;

    private record Filter(String where, List<@Nullable Object> parameters) {}

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    private final Sql sql;
    private final ZoneId zone;

    public AuditRows(Sql sql, ZoneId zone) {
        this.sql = sql;
        this.zone = zone;
    }

    /** Newest first, those made before that one. */
    public List<AuditRow> before(AuditQuery query, @Nullable UUID before, int limit) {
        Filter filter = filter(query, before);
        filter.parameters().add(limit);
        return sql.list(
                "select " + ROW + " from audit_log a where " + filter.where() + " order by a.id desc limit ?",
                AuditRows::row,
                filter.parameters().toArray());
    }

    public List<AuditRow> slice(AuditQuery query, int first, int size) {
        Filter filter = filter(query, null);
        filter.parameters().add(first);
        filter.parameters().add(size);
        return sql.list(
                "select " + ROW + " from audit_log a where " + filter.where() + " order by a.id desc offset ? limit ?",
                AuditRows::row,
                filter.parameters().toArray());
    }

    /** Oldest first. */
    public List<AuditRow> ofPayment(UUID payment, List<UUID> refunds) {
        return sql.list(
                "select " + ROW
                        + """
                         from audit_log a
                        where a.entity = 'payment' and a.entity_id = ? or a.entity = 'refund' and a.entity_id = any (?)
                           or a.entity = 'approval' and a.entity_id in (
                                select p.id::text from approvals p where p.refund_id = any (?))
                        order by a.id limit 100""",
                AuditRows::row,
                payment.toString(),
                refunds.stream().map(UUID::toString).toArray(String[]::new),
                refunds.toArray(UUID[]::new));
    }

    public long count(AuditQuery query, int most) {
        Filter filter = filter(query, null);
        filter.parameters().add(most);
        return sql.number(
                "select count(*) from (select from audit_log a where " + filter.where() + " limit ?) x",
                filter.parameters().toArray());
    }

    public List<AuditEntry> entries(AuditQuery query, @Nullable UUID before, int limit) {
        Filter filter = filter(query, before);
        filter.parameters().add(limit);
        return sql.list(
                "select " + ROW + ", a.key_id, a.agent, a.request_id, null::bigint, a.before::text, a.after::text"
                        + " from audit_log a where " + filter.where() + " order by a.id desc limit ?",
                AuditRows::entry,
                filter.parameters().toArray());
    }

    public Optional<AuditEntry> entry(UUID id) {
        return sql.first(
                "select " + ROW
                        + """
                        , a.key_id, a.agent, a.request_id,
                        (select s.no from audit_seals s where s.ids @> array[a.id] limit 1), a.before::text, a.after::text
                        from audit_log a where a.id = ?""",
                AuditRows::entry,
                id);
    }

    /** The words in use. */
    public List<String> actions() {
        return sql.distinct("audit_log", "action", MOST_WORDS);
    }

    public List<String> kinds() {
        return sql.distinct("audit_log", "entity", MOST_WORDS);
    }

    private Filter filter(AuditQuery query, @Nullable UUID before) {
        List<String> where = new ArrayList<>(List.of("true"));
        List<@Nullable Object> parameters = new ArrayList<>();
        add(where, parameters, "a.id < ?", before);
        add(where, parameters, "a.actor_id = ?", query.actor());
        add(where, parameters, "a.actor_id = any (?)", query.actorText() == null ? null : actors(query.actorText()));
        add(where, parameters, "a.entity = ?", query.entity());
        add(where, parameters, "a.entity_id = ?", query.entityId());
        add(where, parameters, "a.customer_id = ?", query.customer());
        add(where, parameters, "a.action = ?", query.action());
        add(where, parameters, "a.id >= uuid7_floor(?)", start(query.from(), 0));
        add(where, parameters, "a.id < uuid7_floor(?)", start(query.to(), 1));
        return new Filter(String.join(" and ", where), parameters);
    }

    private @Nullable Instant start(@Nullable LocalDate day, int later) {
        if (day == null) {
            return null;
        }
        LocalDate known = day.isBefore(EARLIEST) ? EARLIEST : day.isAfter(LATEST) ? LATEST : day;
        return known.plusDays(later).atStartOfDay(zone).toInstant();
    }

    private UUID[] actors(String text) {
        String prefix = Sql.prefix(text.strip().toLowerCase(Locale.ROOT));
        return sql.list(
                        "select id from users where lower(email) like ? or lower(full_name) like ? limit "
                                + MOST_ACTORS,
                        row -> row.getObject(1, UUID.class),
                        prefix,
                        prefix)
                .toArray(UUID[]::new);
    }

    private static void add(
            List<String> where, List<@Nullable Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            where.add(condition);
            parameters.add(value);
        }
    }

    private static AuditRow row(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getObject(1, UUID.class),
                row.getTimestamp(2).toInstant(),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getObject(11, UUID.class));
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        long no = row.getLong(15);
        Long seal = row.wasNull() ? null : no;
        return new AuditEntry(
                row(row),
                row.getObject(12, UUID.class),
                row.getString(13),
                row.getString(14),
                seal,
                things(row.getString(16)),
                things(row.getString(17)));
    }

    private static Map<String, Map<String, Object>> things(@Nullable String json) {
        return json == null ? Map.of() : Json.read(json, new TypeReference<>() {});
    }
}
