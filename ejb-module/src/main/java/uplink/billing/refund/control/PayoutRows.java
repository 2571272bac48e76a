package uplink.billing.refund.control;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.refund.boundary.Payee;
import uplink.billing.refund.boundary.Payout;
import uplink.billing.refund.boundary.PayoutMethod;
import uplink.billing.refund.boundary.PayoutQuery;
import uplink.billing.refund.boundary.PayoutRequest;
import uplink.billing.refund.boundary.PayoutStatus;
import uplink.shared.Coded;
import uplink.shared.Ids;
import uplink.shared.Sql;

/** Pay-outs in the database. */
public final class PayoutRows {

    /** A pay-out to be booked. */
    public record Out(
            UUID id,
            UUID customerId,
            BigDecimal amount,
            String currency,
            PayoutMethod method,
            String reason,
            UUID createdBy) {}

    private static final String SELECT =
            """
            select p.id, p.customer_id, c.full_name, c.contract_number, p.amount, p.currency, p.method, p.payee, p.account,
                p.bic, p.reason, p.status, coalesce(u.full_name, p.created_by::text), a.id, p.created_at, p.paid_at
            from payouts p join customers c on c.id = p.customer_id left join approvals a on a.payout_id = p.id
            left join users u on u.id = p.created_by\s""";

    private static final String WANTED =
            "where (?::uuid is null or p.customer_id = ?) and (?::text is null or p.status = ?) ";

    private final Sql sql;

    public PayoutRows(Sql sql) {
        this.sql = sql;
    }

    public Optional<UUID> underKey(UUID customer, String key) {
        return sql.first(
                "select id from payouts where customer_id = ? and request_key = ?",
                row -> row.getObject(1, UUID.class),
                customer,
                key);
    }

    /** Waits, whoever decides about it. */
    public UUID write(UUID customer, PayoutRequest wanted, PayoutStatus status, String key, UUID by, Instant now) {
        UUID id = Ids.next();
        Payee payee = wanted.payee();
        sql.update(
                """
                insert into payouts (id, customer_id, amount, currency, method, payee, account, bic, reason, status,
                    request_key, created_by, created_at, paid_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz)""",
                id,
                customer,
                wanted.amount(),
                wanted.currency(),
                wanted.method().code(),
                payee == null ? null : payee.name(),
                payee == null ? null : payee.account(),
                payee == null ? null : payee.bic(),
                wanted.reason(),
                status.code(),
                key,
                by,
                now,
                status == PayoutStatus.PAID ? now : null);
        return id;
    }

    /** Locked until the end of the transaction. */
    public Out lock(UUID payout) {
        return sql.first(
                        """
                        select id, customer_id, amount, currency, method, reason, created_by from payouts
                        where id = ? for no key update""",
                        row -> new Out(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getBigDecimal(3),
                                row.getString(4),
                                Coded.of(PayoutMethod.class, row.getString(5)),
                                row.getString(6),
                                row.getObject(7, UUID.class)),
                        payout)
                .orElseThrow();
    }

    /** What waits is decided. */
    public void decide(UUID payout, PayoutStatus to, @Nullable Instant paidAt) {
        sql.update(
                "update payouts set status = ?, paid_at = ?, version = version + 1 where id = ? and status = 'waiting'",
                to.code(),
                paidAt,
                payout);
    }

    public Optional<Payout> one(UUID id) {
        return sql.first(SELECT + "where p.id = ?", PayoutRows::read, id);
    }

    /** Newest first. */
    public List<Payout> before(
            @Nullable UUID customer, @Nullable PayoutStatus status, @Nullable UUID before, int limit) {
        String code = status == null ? null : status.code();
        return sql.list(
                SELECT + WANTED + "and (?::uuid is null or p.id < ?) order by p.id desc limit ?",
                PayoutRows::read,
                customer,
                customer,
                code,
                code,
                before,
                before,
                limit);
    }

    public List<Payout> list(PayoutQuery query) {
        String code = query.status() == null ? null : query.status().code();
        return sql.list(
                SELECT + WANTED + "order by p.id desc limit ? offset ?",
                PayoutRows::read,
                query.customer(),
                query.customer(),
                code,
                code,
                query.size(),
                query.first());
    }

    public long count(PayoutQuery query) {
        String code = query.status() == null ? null : query.status().code();
        return sql.number("select count(*) from payouts p " + WANTED, query.customer(), query.customer(), code, code);
    }

    private static Payout read(ResultSet row) throws SQLException {
        PayoutMethod method = Coded.of(PayoutMethod.class, row.getString(7));
        Timestamp paid = row.getTimestamp(16);
        return new Payout(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getBigDecimal(5),
                row.getString(6),
                method,
                method == PayoutMethod.BANK ? payee(row) : null,
                row.getString(11),
                Coded.of(PayoutStatus.class, row.getString(12)),
                row.getString(13),
                row.getObject(14, UUID.class),
                row.getTimestamp(15).toInstant(),
                paid == null ? null : paid.toInstant());
    }

    private static Payee payee(ResultSet row) throws SQLException {
        return new Payee(
                Objects.requireNonNull(row.getString(8)),
                Objects.requireNonNull(row.getString(9)),
                Objects.requireNonNull(row.getString(10)));
    }
}
