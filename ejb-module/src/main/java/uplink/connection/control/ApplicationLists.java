package uplink.connection.control;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.connection.boundary.Application;
import uplink.connection.boundary.ApplicationQuery;
import uplink.connection.boundary.ApplicationStatus;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Lists of applications, filtered, sorted and cut in the database. */
public final class ApplicationLists {

    private static final String MATCHES =
            """
            where (?::text is null or a.status = ?) and (?::text is null or a.source = ?)
                and (?::text is null or a.search like fold_text(?)) and (not ? or a.awaits_coverage)
                and (?::timestamptz is null or a.status_at >= ?)\s""";

    private final Sql sql;
    private final LocalDate today;
    private final String zone;

    public ApplicationLists(Sql sql, LocalDate today, ZoneId zone) {
        this.sql = sql;
        this.today = today;
        this.zone = zone.getId();
    }

    /** A slice in the order asked for. */
    public List<Application> list(ApplicationQuery query) {
        List<@Nullable Object> parameters = selecting(query);
        parameters.add(Math.max(1, Math.min(query.size(), 100)));
        parameters.add(Math.max(0, query.first()));
        return sql.list(
                ApplicationRows.COLUMNS + ApplicationRows.FROM + MATCHES + order(query) + " limit ? offset ?",
                ApplicationRows::read,
                parameters.toArray());
    }

    /** Newest first, from a cursor on. */
    public List<Application> page(ApplicationQuery query, @Nullable UUID before, int limit) {
        List<@Nullable Object> parameters = selecting(query);
        parameters.add(before);
        parameters.add(before);
        parameters.add(limit);
        return sql.list(
                ApplicationRows.COLUMNS + ApplicationRows.FROM + MATCHES
                        + "and (?::uuid is null or a.id < ?) order by a.id desc limit ?",
                ApplicationRows::read,
                parameters.toArray());
    }

    public long count(ApplicationQuery query) {
        return sql.number(
                "select count(*) from applications a " + MATCHES,
                matching(query).toArray());
    }

    /** How many there are in each state; of the decided ones, since when the query says. */
    public Map<ApplicationStatus, Long> countByStatus(ApplicationQuery query) {
        Map<ApplicationStatus, Long> counts = new EnumMap<>(ApplicationStatus.class);
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(query.since());
        parameters.add(query.since());
        parameters.addAll(matching(query).subList(2, 7));
        sql.list(
                        """
                        select a.status, count(*) from applications a
                        where (a.status not in ('installed', 'refused') or ?::timestamptz is null or a.status_at >= ?)
                            and (?::text is null or a.source = ?)
                            and (?::text is null or a.search like fold_text(?)) and (not ? or a.awaits_coverage)
                        group by a.status""",
                        row -> Map.entry(Coded.of(ApplicationStatus.class, row.getString(1)), row.getLong(2)),
                        parameters.toArray())
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** The customer's, newest first. */
    public List<Application> ofCustomer(UUID customer) {
        return sql.list(
                ApplicationRows.COLUMNS + ApplicationRows.FROM + "where a.customer_id = ? order by a.id desc limit 100",
                ApplicationRows::read,
                today,
                zone,
                today,
                customer);
    }

    private static String order(ApplicationQuery query) {
        String column =
                switch (query.sort()) {
                    case CREATED -> "a.id";
                    case NUMBER -> "a.number";
                    case NAME -> "a.contact_name";
                    case STATUS_AT -> "a.status_at";
                };
        String direction = query.ascending() ? "" : " desc";
        return "order by " + column + direction + ", a.id" + direction;
    }

    private List<@Nullable Object> selecting(ApplicationQuery query) {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(today);
        parameters.add(zone);
        parameters.add(today);
        parameters.addAll(matching(query));
        return parameters;
    }

    private static List<@Nullable Object> matching(ApplicationQuery query) {
        String status = query.status() == null ? null : query.status().code();
        String source = query.source() == null ? null : query.source().code();
        String text = query.text() == null || query.text().isBlank()
                ? null
                : "%" + Sql.prefix(query.text().strip());
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(status);
        parameters.add(status);
        parameters.add(source);
        parameters.add(source);
        parameters.add(text);
        parameters.add(text);
        parameters.add(query.waiting());
        parameters.add(query.since());
        parameters.add(query.since());
        return parameters;
    }
}
