package uplink.shared.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Sql;

/** Reads dead letters. */
final class DeadLetterRows {

    private static final String ALL =
            "select id, consumer, event_id, type, body, reason, parked_at, replayed_at from dead_letters ";

    private final Sql sql;

    DeadLetterRows(Sql sql) {
        this.sql = sql;
    }

    Optional<DeadLetter> one(UUID id) {
        return sql.first(ALL + "where id = ?", DeadLetterRows::deadLetter, id);
    }

    /** Newest first. */
    List<DeadLetter> before(@Nullable UUID id, int limit) {
        return sql.list(
                ALL + "where (?::uuid is null or id < ?::uuid) order by id desc limit ?",
                DeadLetterRows::deadLetter,
                id,
                id,
                limit);
    }

    List<DeadLetter> list(DeadLetterQuery query) {
        List<Object> parameters = new ArrayList<>();
        String where = where(query, parameters);
        String direction = query.ascending() ? " asc" : " desc";
        parameters.add(query.size());
        parameters.add(query.first());
        return sql.list(
                ALL + where + " order by " + column(query.sort()) + direction + ", id" + direction
                        + " limit ? offset ?",
                DeadLetterRows::deadLetter,
                parameters.toArray());
    }

    long count(DeadLetterQuery query) {
        List<Object> parameters = new ArrayList<>();
        return sql.number("select count(*) from dead_letters " + where(query, parameters), parameters.toArray());
    }

    /** Who has ever given up. */
    List<String> consumers() {
        return sql.list("select distinct consumer from dead_letters order by consumer", row -> row.getString(1));
    }

    private static String where(DeadLetterQuery query, List<Object> parameters) {
        StringBuilder where = new StringBuilder("where true");
        if (query.waitingOnly()) {
            where.append(" and replayed_at is null");
        }
        String consumer = query.consumer();
        if (consumer != null) {
            where.append(" and consumer = ?");
            parameters.add(consumer);
        }
        String type = query.type();
        if (type != null && !type.isBlank()) {
            where.append(" and starts_with(type, ?)");
            parameters.add(type.strip());
        }
        return where.toString();
    }

    private static String column(DeadLetterQuery.Sort sort) {
        return switch (sort) {
            case PARKED -> "parked_at";
            case CONSUMER -> "consumer";
            case TYPE -> "type";
        };
    }

    private static DeadLetter deadLetter(ResultSet row) throws SQLException {
        Timestamp replayed = row.getTimestamp(8);
        return new DeadLetter(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getTimestamp(7).toInstant(),
                replayed == null ? null : replayed.toInstant());
    }
}
