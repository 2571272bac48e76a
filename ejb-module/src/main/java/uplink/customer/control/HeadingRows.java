package uplink.customer.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.ImportHeading;
import uplink.customer.boundary.ImportKind;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** What foreign headings mean, as it is remembered. */
public final class HeadingRows {

    private final Sql sql;

    public HeadingRows(Sql sql) {
        this.sql = sql;
    }

    /** By the heading's key: the documented column that it stands for; empty when it is of no use. */
    public Map<String, String> meanings(ImportKind kind) {
        return list(kind, 0, Integer.MAX_VALUE).stream()
                .collect(Collectors.toMap(ImportHeading::heading, one -> one.column() == null ? "" : one.column()));
    }

    /** By kind and heading; null: of all kinds. */
    public List<ImportHeading> list(@Nullable ImportKind kind, int first, int size) {
        return sql.list(
                """
                select h.kind, h.heading, h.column_name, h.changed_at, coalesce(u.full_name, u.email) from import_headings h
                left join users u on u.id = h.changed_by where h.kind = coalesce(?, h.kind)
                order by h.kind, h.heading offset ? limit ?""",
                HeadingRows::row,
                kind == null ? null : kind.code(),
                first,
                size);
    }

    private static ImportHeading row(ResultSet row) throws SQLException {
        return new ImportHeading(
                Coded.of(ImportKind.class, row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getTimestamp(4).toInstant(),
                row.getString(5));
    }

    public long count(@Nullable ImportKind kind) {
        return sql.number(
                "select count(*) from import_headings where kind = coalesce(?, kind)",
                kind == null ? null : kind.code());
    }

    /** Whoever said it last is right. */
    public void remember(
            ImportKind kind, List<String> keys, List<@Nullable String> columns, @Nullable UUID by, Instant at) {
        sql.update(
                """
                insert into import_headings (kind, heading, column_name, changed_at, changed_by)
                select ?, x.heading, x.column_name, ?, ? from unnest(?::text[], ?::text[]) x (heading, column_name)
                on conflict (kind, heading) do update set column_name = excluded.column_name,
                    changed_at = excluded.changed_at, changed_by = excluded.changed_by
                where import_headings.column_name is distinct from excluded.column_name""",
                kind.code(),
                at,
                by,
                keys.toArray(String[]::new),
                columns.toArray(String[]::new));
    }

    /** @return false: nobody had said anything about it */
    public boolean forget(ImportKind kind, String key) {
        return sql.update("delete from import_headings where kind = ? and heading = ?", kind.code(), key) == 1;
    }
}
