package uplink.billing.payment.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.payment.boundary.Payment;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.billing.payment.boundary.PaymentQuery;
import uplink.billing.payment.boundary.PaymentStatus;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Reads payments. */
public final class PaymentRows {

    private static final String SELECT =
            """
            select p.id, p.customer_id, c.full_name, c.contract_number, p.invoice_id, p.amount,
                coalesce((select sum(a.amount) from transactions t join allocations a on a.transaction_id = t.id
                    where t.credit_account = p.customer_id and t.id >= p.id and t.payment_id = p.id), 0.00),
                p.currency, p.method, p.provider, p.status, p.comment, p.created_at, p.confirmed_at
            from payments p join customers c on c.id = p.customer_id\s""";
    private static final String FILTER =
            "where (?::uuid is null or p.customer_id = ?) and (?::text is null or p.status = ?) ";

    private final Sql sql;

    public PaymentRows(Sql sql) {
        this.sql = sql;
    }

    public Optional<Payment> one(UUID id) {
        return sql.first(SELECT + "where p.id = ?", PaymentRows::read, id);
    }

    /** Newest first; of one customer, or of all. */
    public List<Payment> before(@Nullable UUID customer, @Nullable UUID before, int limit) {
        return sql.list(
                SELECT
                        + """
                        where (?::uuid is null or p.customer_id = ?) and (?::uuid is null or p.id < ?)
                        order by p.id desc limit ?""",
                PaymentRows::read,
                customer,
                customer,
                before,
                before,
                limit);
    }

    public List<Payment> list(PaymentQuery query) {
        PaymentStatus status = query.status();
        String code = status == null ? null : status.code();
        return sql.list(
                SELECT + FILTER + "order by p.id " + (query.ascending() ? "asc" : "desc") + " limit ? offset ?",
                PaymentRows::read,
                query.customerId(),
                query.customerId(),
                code,
                code,
                query.size(),
                query.first());
    }

    public long count(PaymentQuery query) {
        PaymentStatus status = query.status();
        String code = status == null ? null : status.code();
        return sql.number(
                "select count(*) from payments p " + FILTER, query.customerId(), query.customerId(), code, code);
    }

    private static Payment read(ResultSet row) throws SQLException {
        Timestamp confirmed = row.getTimestamp(14);
        return new Payment(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getBigDecimal(6),
                row.getBigDecimal(7),
                row.getString(8),
                Coded.of(PaymentMethod.class, row.getString(9)),
                row.getString(10),
                Coded.of(PaymentStatus.class, row.getString(11)),
                row.getString(12),
                row.getTimestamp(13).toInstant(),
                confirmed == null ? null : confirmed.toInstant());
    }
}
