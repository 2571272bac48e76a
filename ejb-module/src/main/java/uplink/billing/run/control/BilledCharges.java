package uplink.billing.run.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uplink.billing.rating.boundary.ChargeKey;
import uplink.billing.rating.boundary.LineKind;
import uplink.billing.rating.boundary.RatedLine;
import uplink.billing.rating.control.ExplanationJson;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Charges as the rating engine wants to see them again. */
final class BilledCharges {

    private static final String COLUMNS =
            "select subscription_id, kind, period_start, cause, tariff_version_id, explanation from charges ";

    private BilledCharges() {}

    /** Everything that these subscriptions were charged. */
    static Map<UUID, List<RatedLine>> all(Sql sql, Collection<UUID> subscriptions) {
        return read(sql, COLUMNS + "where subscription_id = any (?)", subscriptions);
    }

    /** Daily shares that wait for an invoice. */
    static Map<UUID, List<RatedLine>> waiting(Sql sql, Collection<UUID> subscriptions) {
        return read(
                sql,
                COLUMNS + "where subscription_id = any (?) and invoice_id is null order by period_start, cause",
                subscriptions);
    }

    private static Map<UUID, List<RatedLine>> read(Sql sql, String query, Collection<UUID> subscriptions) {
        Map<UUID, List<RatedLine>> found = new HashMap<>();
        if (!subscriptions.isEmpty()) {
            sql.list(
                    query,
                    row -> found.computeIfAbsent(row.getObject(1, UUID.class), s -> new ArrayList<>())
                            .add(line(row)),
                    (Object) subscriptions.toArray(UUID[]::new));
        }
        return found;
    }

    private static RatedLine line(ResultSet row) throws SQLException {
        return new RatedLine(
                new ChargeKey(
                        Coded.of(LineKind.class, row.getString(2)),
                        row.getObject(3, LocalDate.class),
                        row.getString(4)),
                ExplanationJson.read(row.getString(6)),
                row.getObject(5, UUID.class));
    }
}
