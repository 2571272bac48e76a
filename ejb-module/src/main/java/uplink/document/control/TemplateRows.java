package uplink.document.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.document.boundary.TemplateKind;
import uplink.document.boundary.TemplateVersion;
import uplink.shared.BusinessException;
import uplink.shared.Sql;

/** Table {@code document_templates}, and version 0, which is a file of the release. */
public final class TemplateRows {

    /** A template as it is filled in. */
    public record Version(int no, String body) {}

    private final Sql sql;

    public TemplateRows(Sql sql) {
        this.sql = sql;
    }

    /** The newest. */
    public Version current(TemplateKind kind, Locale language) {
        return sql.first(
                        """
                        select no, body from document_templates where kind = ? and language = ? order by no desc limit 1""",
                        row -> new Version(row.getInt(1), row.getString(2)),
                        kind.code(),
                        language.getLanguage())
                .orElseGet(() -> new Version(0, released(kind, language)));
    }

    public Optional<String> body(TemplateKind kind, Locale language, int no) {
        return no == 0
                ? Optional.of(released(kind, language))
                : sql.first(
                        "select body from document_templates where kind = ? and language = ? and no = ?",
                        row -> row.getString(1),
                        kind.code(),
                        language.getLanguage(),
                        no);
    }

    /** What people have made, newest first. */
    public List<TemplateVersion> versions(TemplateKind kind, Locale language) {
        return sql.list(
                """
                select t.no, t.created_at, u.full_name, length(t.body)
                from document_templates t left join users u on u.id = t.created_by
                where t.kind = ? and t.language = ? order by t.no desc""",
                row -> new TemplateVersion(
                        row.getInt(1), row.getTimestamp(2).toInstant(), row.getString(3), row.getInt(4)),
                kind.code(),
                language.getLanguage());
    }

    /** A version after the one that was seen; {@code stale} when that is not the newest any more. */
    public int add(TemplateKind kind, Locale language, Version wanted, @Nullable UUID by, Instant now) {
        int no = wanted.no() + 1;
        int added = sql.update(
                """
                insert into document_templates (kind, language, no, body, created_at, created_by)
                select ?, ?, ?, ?, ?, ?
                where ? = coalesce((select max(no) from document_templates where kind = ? and language = ?), 0)
                on conflict do nothing""",
                kind.code(),
                language.getLanguage(),
                no,
                wanted.body(),
                now,
                by,
                wanted.no(),
                kind.code(),
                language.getLanguage());
        if (added == 0) {
            throw BusinessException.stale();
        }
        return no;
    }

    static String released(TemplateKind kind, Locale language) {
        String file = "/uplink/document/" + kind.code() + "_" + language.getLanguage() + ".ftl";
        try (InputStream in = TemplateRows.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the release has no " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
