package uplink.shared.events;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.shared.Sql;

/**
 * One step of the relay in one database transaction: rows are locked, published, deleted. When the broker has them but
 * the delete is lost, they are published again and the inboxes notice.
 */
final class OutboxBatch {

    private final Sql sql;
    private final int size;

    OutboxBatch(DataSource database, int size) {
        this.sql = Sql.in(database);
        this.size = size;
    }

    /**
     * Publishes the next rows in the order of their ids, passing over what another node is publishing.
     *
     * @param after where the step before ended: spares the database the deleted rows at the head of the index
     * @return where this step ended; null when that was all
     */
    @Nullable
    UUID publish(@Nullable UUID after, Consumer<List<OutboxRow>> publisher) {
        List<OutboxRow> rows = sql.list(
                """
                select id, type, source, subject, data::text, occurred_at from outbox
                where id > coalesce(?::uuid, '00000000-0000-0000-0000-000000000000')
                order by id limit ? for update skip locked""",
                row -> new OutboxRow(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getTimestamp(6).toInstant()),
                after,
                size);
        if (rows.isEmpty()) {
            return null;
        }
        publisher.accept(rows);
        sql.update("delete from outbox where id = any (?)", (Object)
                rows.stream().map(OutboxRow::id).toArray(UUID[]::new));
        return rows.size() < size ? null : rows.get(size - 1).id();
    }
}
