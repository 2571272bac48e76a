package uplink.document.control;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import uplink.shared.Sql;

/** Table {@code provider_logo}. */
public final class LogoRow {

    private final Sql sql;

    public LogoRow(Sql sql) {
        this.sql = sql;
    }

    /** PNG in base64. */
    public Optional<String> find() {
        return sql.first(
                "select png from provider_logo", row -> Base64.getEncoder().encodeToString(row.getBytes(1)));
    }

    public void keep(byte[] png, Instant now) {
        sql.update(
                """
                insert into provider_logo (png, updated_at) values (?, ?)
                on conflict (only_row) do update set png = excluded.png, updated_at = excluded.updated_at""",
                png,
                now);
    }

    public void remove() {
        sql.update("delete from provider_logo");
    }
}
