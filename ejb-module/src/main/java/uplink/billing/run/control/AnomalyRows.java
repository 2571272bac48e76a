package uplink.billing.run.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.run.boundary.Anomaly;
import uplink.billing.run.boundary.AnomalyKind;
import uplink.billing.run.boundary.AnomalyQuery;
import uplink.shared.Coded;
import uplink.shared.Json;
import uplink.shared.Sql;

/**
 * Reads a run's anomalies. Only a preview compares with the month before, so its commit also shows whom the preview found,
 * but for those of whom it says something itself.
 */
public final class AnomalyRows {

    private static final String OF_RUN =
            """
            where (a.run_id = ?
                or a.run_id = (select preview_id from bill_runs where id = ?) and a.kind in ('up', 'down')
                    and not exists (select 1 from bill_run_anomalies own
                        where own.run_id = ? and own.customer_id = a.customer_id))
                and (?::text is null or a.kind = ?)\s""";

    private static final String SELECT =
            """
            select a.customer_id, c.full_name, c.contract_number, a.kind, a.amount, a.previous, r.currency,
                a.detail->>'reason', coalesce(a.detail->'detail', '{}')
            from bill_run_anomalies a
            join customers c on c.id = a.customer_id
            join bill_runs r on r.id = a.run_id
            """
                    + OF_RUN;

    private final Sql sql;

    public AnomalyRows(Sql sql) {
        this.sql = sql;
    }

    public List<Anomaly> before(UUID run, @Nullable AnomalyKind kind, @Nullable UUID before, int limit) {
        String code = kind == null ? null : kind.code();
        return sql.list(
                SELECT + "and (?::uuid is null or a.customer_id < ?) order by a.customer_id desc limit ?",
                AnomalyRows::read,
                run,
                run,
                run,
                code,
                code,
                before,
                before,
                limit);
    }

    public List<Anomaly> list(AnomalyQuery query) {
        AnomalyKind kind = query.kind();
        String code = kind == null ? null : kind.code();
        return sql.list(
                SELECT
                        + """
                        order by abs(coalesce(a.amount, 0) - coalesce(a.previous, 0)) desc, a.customer_id
                        limit ? offset ?""",
                AnomalyRows::read,
                query.runId(),
                query.runId(),
                query.runId(),
                code,
                code,
                query.size(),
                query.first());
    }

    public long count(AnomalyQuery query) {
        AnomalyKind kind = query.kind();
        String code = kind == null ? null : kind.code();
        return sql.number(
                "select count(*) from bill_run_anomalies a " + OF_RUN,
                query.runId(),
                query.runId(),
                query.runId(),
                code,
                code);
    }

    private static Anomaly read(ResultSet row) throws SQLException {
        String reason = row.getString(8);
        return new Anomaly(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                Coded.of(AnomalyKind.class, row.getString(4)),
                row.getBigDecimal(5),
                row.getBigDecimal(6),
                row.getString(7),
                reason,
                reason == null ? null : new Refusal(reason, Json.readMap(row.getString(9))).text());
    }
}
