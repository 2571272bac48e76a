package uplink.billing.fiscal.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.fiscal.boundary.FiscalContent;
import uplink.billing.fiscal.boundary.FiscalKind;
import uplink.billing.fiscal.boundary.FiscalQuery;
import uplink.billing.fiscal.boundary.FiscalReceipt;
import uplink.billing.fiscal.boundary.FiscalStatus;
import uplink.shared.Coded;
import uplink.shared.Json;
import uplink.shared.Sql;

/** Table {@code fiscal_receipts}. When a service is called next is told by the machine's time. */
public final class FiscalRows {

    private static final String SELECT =
            """
            select r.id, r.kind, r.status, c.id, c.full_name, c.contract_number, r.payment_id, r.invoice_id, r.amount,
                r.currency, r.content, r.external_id, r.document, r.detail, r.calls, r.created_at, r.done_at
            from fiscal_receipts r join customers c on c.id = r.customer_id\s""";
    private static final String WANTED =
            """
            where (?::text is null or r.status = ?) and (?::text is null or r.kind = ?)
                and (?::text is null or c.contract_number like ?)\s""";
    private static final int LONGEST_DETAIL = 500;

    private final Sql sql;

    public FiscalRows(Sql sql) {
        this.sql = sql;
    }

    public Optional<FiscalReceipt> one(UUID id) {
        return sql.first(SELECT + "where r.id = ?", FiscalRows::receipt, id);
    }

    public List<FiscalReceipt> ofPayment(UUID payment) {
        return sql.list(SELECT + "where r.payment_id = ? order by r.id", FiscalRows::receipt, payment);
    }

    public List<FiscalReceipt> before(@Nullable FiscalStatus status, @Nullable UUID before, int limit) {
        String code = status == null ? null : status.code();
        return sql.list(
                SELECT
                        + "where (?::text is null or r.status = ?) and (?::uuid is null or r.id < ?)"
                        + " order by r.id desc limit ?",
                FiscalRows::receipt,
                code,
                code,
                before,
                before,
                limit);
    }

    public List<FiscalReceipt> list(FiscalQuery query) {
        String status = query.status() == null ? null : query.status().code();
        String kind = query.kind() == null ? null : query.kind().code();
        return sql.list(
                SELECT + WANTED + "order by r.id desc limit ? offset ?",
                FiscalRows::receipt,
                status,
                status,
                kind,
                kind,
                contract(query),
                contract(query),
                query.size(),
                query.first());
    }

    public long count(FiscalQuery query) {
        String status = query.status() == null ? null : query.status().code();
        String kind = query.kind() == null ? null : query.kind().code();
        return sql.number(
                "select count(*) from fiscal_receipts r join customers c on c.id = r.customer_id " + WANTED,
                status,
                status,
                kind,
                kind,
                contract(query),
                contract(query));
    }

    private static @Nullable String contract(FiscalQuery query) {
        return query.contract() == null || query.contract().isBlank()
                ? null
                : Sql.prefix(query.contract().strip());
    }

    public List<UUID> due(int atMost) {
        return sql.list(
                "select id from fiscal_receipts where ask_at <= clock_timestamp() order by ask_at limit ?",
                row -> row.getObject(1, UUID.class),
                atMost);
    }

    /** The next call, if this one is lost: after pauses that grow to ten minutes. */
    public Optional<FiscalOrder> begin(UUID receipt) {
        return sql.first(
                """
                update fiscal_receipts set calls = calls + 1, ask_at = clock_timestamp()
                    + make_interval(secs => least(600, 10 * power(2, least(calls, 6))))
                where id = ? and ask_at <= clock_timestamp()
                returning id, round, kind, content, created_at, external_id""",
                row -> new FiscalOrder(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        Coded.of(FiscalKind.class, row.getString(3)),
                        Json.read(row.getString(4), FiscalContent.class),
                        row.getTimestamp(5).toInstant(),
                        row.getString(6)),
                receipt);
    }

    /** Only for the round that was asked about: an answer that comes late belongs to another receipt by now. */
    public void record(FiscalOrder order, FiscalAnswer answer, Instant now) {
        String detail = answer.detail();
        String said = detail == null ? null : detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL));
        switch (answer.told()) {
            case NOTHING ->
                sql.update(
                        "update fiscal_receipts set detail = ? where id = ? and round = ? and ask_at is not null",
                        said,
                        order.id(),
                        order.round());
            case ACCEPTED ->
                sql.update(
                        """
                    update fiscal_receipts set status = 'sent', external_id = coalesce(?, external_id), detail = ?
                    where id = ? and round = ? and ask_at is not null""",
                        answer.externalId(),
                        said,
                        order.id(),
                        order.round());
            case PRINTED ->
                sql.update(
                        """
                    update fiscal_receipts set status = 'done', done_at = ?, ask_at = null, detail = null,
                        external_id = coalesce(?, external_id), document = ?::jsonb where id = ? and round = ?
                        and ask_at is not null""",
                        now,
                        answer.externalId(),
                        Json.write(answer.document()),
                        order.id(),
                        order.round());
            case REFUSED ->
                sql.update(
                        """
                    update fiscal_receipts set status = 'failed', ask_at = null, detail = ?
                    where id = ? and round = ? and ask_at is not null""",
                        said,
                        order.id(),
                        order.round());
        }
    }

    /** Whether it had failed. */
    public boolean retry(UUID id) {
        return sql.update(
                        """
                        update fiscal_receipts set status = 'waiting', round = round + 1, external_id = null, calls = 0,
                            ask_at = clock_timestamp() where id = ? and status = 'failed'""",
                        id)
                == 1;
    }

    private static FiscalReceipt receipt(ResultSet row) throws SQLException {
        String document = row.getString(13);
        return new FiscalReceipt(
                row.getObject(1, UUID.class),
                Coded.of(FiscalKind.class, row.getString(2)),
                Coded.of(FiscalStatus.class, row.getString(3)),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                row.getObject(7, UUID.class),
                row.getObject(8, UUID.class),
                row.getBigDecimal(9),
                row.getString(10),
                Json.read(row.getString(11), FiscalContent.class),
                row.getString(12),
                document == null ? null : Json.readMap(document),
                row.getString(14),
                row.getInt(15),
                row.getTimestamp(16).toInstant(),
                row.getTimestamp(17) == null ? null : row.getTimestamp(17).toInstant());
    }
}
