package uplink.audit.boundary;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uplink.shared.Json;
import uplink.shared.table.CsvLine;

/** The trail as a file for spreadsheets (RFC 4180), written as it is read: it never stands in memory as a whole. */
public final class TrailCsv {

    private static final String HEADER =
            "id,at,actor,actorKind,actorId,edge,address,agent,requestId,action,entity,entityId,customerId,before,after\r\n";

    private TrailCsv() {}

    /**
     * Writes all that the pages have.
     *
     * @param pages the entries older than an id, newest first; all of them for null; none: that was the end
     */
    public static void write(Function<@Nullable UUID, List<AuditEntry>> pages, Writer out) throws IOException {
        out.write(HEADER);
        for (List<AuditEntry> page = pages.apply(null); !page.isEmpty(); page = pages.apply(last(page))) {
            for (AuditEntry entry : page) {
                line(entry, out);
            }
            out.flush();
        }
    }

    private static UUID last(List<AuditEntry> page) {
        return page.get(page.size() - 1).row().id();
    }

    private static void line(AuditEntry entry, Writer out) throws IOException {
        AuditRow row = entry.row();
        CsvLine.write(
                out,
                row.id(),
                row.at(),
                row.actor(),
                row.actorKind(),
                row.actorId(),
                row.edge(),
                row.address(),
                entry.agent(),
                entry.requestId(),
                row.action(),
                row.entity(),
                row.entityId(),
                row.customerId(),
                entry.before().isEmpty() ? null : Json.write(entry.before()),
                entry.after().isEmpty() ? null : Json.write(entry.after()));
    }
}
