package uplink.billing.reconciliation.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.reconciliation.boundary.Discrepancy;
import uplink.billing.reconciliation.boundary.DiscrepancyKind;
import uplink.billing.reconciliation.boundary.DiscrepancyQuery;
import uplink.billing.reconciliation.boundary.DiscrepancyStatus;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** What does not agree. */
public final class DiscrepancyRows {

    private static final String SELECT =
            """
            select d.id, d.provider, d.day, d.kind, d.external_id, d.payment_id, c.id, c.contract_number, d.ours, d.theirs,
                d.currency, d.status, d.reason, d.found_at, d.decided_at,
                coalesce(d.approval_id, (select a.id from approvals a where a.refund_id = d.refund_id))
            from discrepancies d left join payments p on p.id = d.payment_id left join customers c on c.id = p.customer_id\s""";
    private static final String FILTER =
            """
            where (?::text is null or d.provider = ?) and (?::date is null or d.day = ?)
                and (?::text is null or d.kind = ?) and (?::text is null or d.status = ?)
                and (?::uuid is null or (d.found_at, d.id) < (select x.found_at, x.id from discrepancies x where x.id = ?))\s""";

    private final Sql sql;

    public DiscrepancyRows(Sql sql) {
        this.sql = sql;
    }

    public List<Discrepancy> list(DiscrepancyQuery query) {
        List<@Nullable Object> parameters = new ArrayList<>(filters(query));
        parameters.add(query.size());
        parameters.add(query.first());
        return sql.list(
                SELECT + FILTER + "order by d.found_at desc, d.id desc limit ? offset ?",
                DiscrepancyRows::read,
                parameters.toArray());
    }

    public long count(DiscrepancyQuery query) {
        return sql.number(
                "select count(*) from discrepancies d " + FILTER, filters(query).toArray());
    }

    public Optional<Discrepancy> one(UUID id) {
        return sql.first(SELECT + "where d.id = ?", DiscrepancyRows::read, id);
    }

    /** Locked until the end of the transaction. */
    public Optional<Discrepancy> lock(UUID id) {
        return sql.first(SELECT + "where d.id = ? for no key update of d", DiscrepancyRows::read, id);
    }

    /**
     * Remembers the correction that was made or asked for.
     *
     * @param refund the payment's reversal, or null
     * @param approval of an adjustment that waits, or null
     */
    public void correct(
            UUID id, @Nullable UUID refund, @Nullable UUID approval, boolean done, String reason, @Nullable UUID by) {
        sql.update(
                """
                update discrepancies set status = ?, refund_id = ?, approval_id = ?, reason = ?, decided_by = ?,
                    decided_at = clock_timestamp()
                where id = ?""",
                (done ? DiscrepancyStatus.SETTLED : DiscrepancyStatus.REQUESTED).code(),
                refund,
                approval,
                reason,
                by,
                id);
    }

    /** Tells whether it was still open. */
    public boolean decide(UUID id, DiscrepancyStatus how, @Nullable String reason, @Nullable UUID by) {
        return sql.update(
                        """
                        update discrepancies set status = ?, reason = ?, decided_by = ?, decided_at = clock_timestamp()
                        where id = ? and status = 'open'""",
                        how.code(),
                        reason,
                        by,
                        id)
                > 0;
    }

    /** The customer of that contract number. */
    public Optional<UUID> customer(String contractNumber) {
        return sql.first(
                "select coalesce(merged_into, id) from customers where contract_number = ?",
                row -> row.getObject(1, UUID.class),
                contractNumber);
    }

    private static List<@Nullable Object> filters(DiscrepancyQuery query) {
        String kind = query.kind() == null ? null : query.kind().code();
        String status = query.status() == null ? null : query.status().code();
        return Arrays.asList(
                query.provider(),
                query.provider(),
                query.day(),
                query.day(),
                kind,
                kind,
                status,
                status,
                query.before(),
                query.before());
    }

    private static Discrepancy read(ResultSet row) throws SQLException {
        Timestamp decided = row.getTimestamp(15);
        return new Discrepancy(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                Coded.of(DiscrepancyKind.class, row.getString(4)),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getObject(7, UUID.class),
                row.getString(8),
                row.getBigDecimal(9),
                row.getBigDecimal(10),
                row.getString(11),
                Coded.of(DiscrepancyStatus.class, row.getString(12)),
                row.getString(13),
                row.getTimestamp(14).toInstant(),
                decided == null ? null : decided.toInstant(),
                row.getObject(16, UUID.class));
    }
}
