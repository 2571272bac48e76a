package uplink.audit.control;

import java.util.Optional;
import uplink.audit.boundary.AuditReport;
import uplink.audit.control.Verifier.Proof;
import uplink.shared.Sql;

/** When the trail was last verified and what came of it: one row that every node can tell of. */
public final class LastVerification {

    private static final String KEY = "audit-verification.findings";
    private static final String PROVED = "audit-verification.proved";
    private static final String WRITE =
            """
            insert into settings (key, value, updated_at) values (?, ?, ?)
            on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at""";

    private LastVerification() {}

    /** What was found; and, when that is nothing, how far the chain is proved. */
    public static void record(Sql sql, AuditReport report) {
        sql.update(WRITE, KEY, Integer.toString(report.findings().size()), report.startedAt());
        if (report.clean() && report.hash() != null) {
            sql.update(WRITE, PROVED, report.last() + " " + report.hash(), report.startedAt());
        }
    }

    /** The last seal of the last verification that found nothing. */
    public static Optional<Proof> proved(Sql sql) {
        return sql.first("select value from settings where key = ?", row -> Proof.of(row.getString(1)), PROVED);
    }

    /** How many findings it had; 0 before the first, see {@link #seconds}. */
    public static long findings(Sql sql) {
        return sql.number("select coalesce((select value::bigint from settings where key = ?), 0)", KEY);
    }

    /** When it began, in seconds since the epoch; 0 before the first. */
    public static long seconds(Sql sql) {
        return sql.number(
                "select coalesce((select extract(epoch from updated_at)::bigint from settings where key = ?), 0)", KEY);
    }
}
