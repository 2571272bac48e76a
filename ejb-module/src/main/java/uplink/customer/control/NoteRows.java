package uplink.customer.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.Note;
import uplink.shared.PageRequest;
import uplink.shared.Sql;

/** Table {@code customer_notes}, as one reader sees it. */
public final class NoteRows {

    private static final String COLUMNS =
            """
            select n.id, n.customer_id, n.author_id, coalesce(nullif(u.full_name, ''), u.email), n.author_id = ?, n.text,
                n.pinned, n.created_at, n.edited_at, n.version
            from customer_notes n join users u on u.id = n.author_id""";

    private final Sql sql;
    private final @Nullable UUID reader;

    public NoteRows(Sql sql, @Nullable UUID reader) {
        this.sql = sql;
        this.reader = reader;
    }

    /** Newest first. One row more than asked for. */
    public List<Note> page(UUID customer, PageRequest page) {
        return sql.list(
                COLUMNS + " where n.customer_id = ? and (?::uuid is null or n.id < ?) order by n.id desc limit ?",
                NoteRows::note,
                reader,
                customer,
                page.before(),
                page.before(),
                page.limit() + 1);
    }

    /** The pinned ones first, then newest first. */
    public List<Note> slice(UUID customer, int first, int size) {
        return sql.list(
                COLUMNS + " where n.customer_id = ? order by n.pinned desc, n.id desc offset ? limit ?",
                NoteRows::note,
                reader,
                customer,
                first,
                size);
    }

    public long count(UUID customer) {
        return sql.number("select count(*) from customer_notes where customer_id = ?", customer);
    }

    public Optional<Note> find(UUID customer, UUID id) {
        return sql.first(COLUMNS + " where n.customer_id = ? and n.id = ?", NoteRows::note, reader, customer, id);
    }

    public void add(UUID customer, UUID id, String text, boolean pinned, Instant now) {
        sql.update(
                """
                insert into customer_notes (id, customer_id, author_id, text, pinned, created_at)
                values (?, ?, ?, ?, ?, ?)""",
                id,
                customer,
                reader,
                text,
                pinned,
                now);
    }

    /** The edit counts where the text is another one. */
    public void change(UUID id, String text, boolean pinned, Instant now) {
        sql.update(
                """
                update customer_notes set text = ?, pinned = ?, version = version + 1,
                    edited_at = case when text = ? then edited_at else ?::timestamptz end
                where id = ?""",
                text,
                pinned,
                text,
                now,
                id);
    }

    private static Note note(ResultSet row) throws SQLException {
        Timestamp edited = row.getTimestamp(9);
        return new Note(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getBoolean(5),
                row.getString(6),
                row.getBoolean(7),
                row.getTimestamp(8).toInstant(),
                edited == null ? null : edited.toInstant(),
                row.getInt(10));
    }
}
