package uplink.billing.payment.control;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.payment.boundary.Payment;
import uplink.billing.payment.boundary.PaymentAttempt;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.billing.payment.boundary.PaymentQuery;
import uplink.billing.payment.boundary.PaymentStatus;
import uplink.billing.payment.boundary.RestoredService;
import uplink.shared.Coded;
import uplink.shared.Json;
import uplink.shared.Sql;

/** Reads payments. */
public final class PaymentRows {

    private static final String COLUMNS =
            """
            select p.id, p.customer_id, c.full_name, c.contract_number, p.invoice_id, p.amount,
                case when p.method = 'balance' then p.amount - p.refunded else coalesce((%s), 0.00) end,
                p.currency, p.method, p.provider, p.status, p.comment, p.created_at, p.confirmed_at, p.external_id,
                p.failure, p.confirmation_url, coalesce(p.captured, p.amount), p.refunded,
                (select json_agg(json_build_object('subscriptionId', x.subscription_id, 'tariffNameRu', v.name_ru,
                        'tariffNameEn', v.name_en, 'on', x.ended_on) order by x.subscription_id)
                    from suspensions x join subscriptions s on s.id = x.subscription_id
                    cross join lateral (select v.name_ru, v.name_en from tariff_versions v where v.tariff_id = s.tariff_id
                        order by v.valid_from <= x.ended_on desc, v.valid_from desc limit 1) v
                    where x.payment_id = p.id)
            from payments p join customers c on c.id = p.customer_id\s""";
    private static final String SELECT = COLUMNS.formatted(
            """
            select sum(a.amount) from transactions t join allocations a on a.transaction_id = t.id
            where t.credit_account = p.customer_id and t.id >= p.id and t.payment_id = p.id""");
    /** Whoever knows the transfer need not look for it in every month that came after the payment. */
    private static final String BY_TRANSFER =
            COLUMNS.formatted("select sum(a.amount) from allocations a where a.transaction_id = ?");

    private static final String FILTER =
            """
            where (?::uuid is null or p.customer_id = ?) and (?::text is null or p.status = ?)
                and (?::text is null or p.method = ?) and (?::text is null or c.contract_number like ?)\s""";

    private final Sql sql;

    public PaymentRows(Sql sql) {
        this.sql = sql;
    }

    public Optional<Payment> one(UUID id) {
        return sql.first(SELECT + "where p.id = ?", PaymentRows::read, id);
    }

    /** A payment that was booked just now, by that transfer. */
    public Payment booked(Receipt.Booked booked) {
        return sql.first(BY_TRANSFER + "where p.id = ?", PaymentRows::read, booked.transfer(), booked.payment())
                .orElseThrow();
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
        List<@Nullable Object> parameters = new ArrayList<>(filters(query));
        parameters.add(query.size());
        parameters.add(query.first());
        return sql.list(
                SELECT + FILTER + "order by p.id " + (query.ascending() ? "asc" : "desc") + " limit ? offset ?",
                PaymentRows::read,
                parameters.toArray());
    }

    public long count(PaymentQuery query) {
        return sql.number(
                "select count(*) from payments p join customers c on c.id = p.customer_id " + FILTER,
                filters(query).toArray());
    }

    private static List<@Nullable Object> filters(PaymentQuery query) {
        String status = code(query.status());
        String method = code(query.method());
        String begins = query.contract();
        String contract = begins == null ? null : Sql.prefix(begins);
        return Arrays.asList(
                query.customerId(), query.customerId(), status, status, method, method, contract, contract);
    }

    private static @Nullable String code(@Nullable Coded word) {
        return word == null ? null : word.code();
    }

    /** Calls about a payment, oldest first. */
    public List<PaymentAttempt> attempts(UUID payment) {
        return sql.list(
                """
                select id, kind, told, detail, began_at, ended_at from payment_attempts where payment_id = ?
                order by id limit 200""",
                PaymentRows::attempt,
                payment);
    }

    private static PaymentAttempt attempt(ResultSet row) throws SQLException {
        String told = row.getString(3);
        Timestamp ended = row.getTimestamp(6);
        return new PaymentAttempt(
                row.getObject(1, UUID.class),
                row.getString(2),
                told == null ? null : Coded.of(PaymentStatus.class, told),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                ended == null ? null : ended.toInstant());
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
                row.getBigDecimal(18),
                row.getBigDecimal(19),
                row.getBigDecimal(7),
                row.getString(8),
                Coded.of(PaymentMethod.class, row.getString(9)),
                row.getString(10),
                Coded.of(PaymentStatus.class, row.getString(11)),
                row.getString(12),
                row.getString(15),
                row.getString(16),
                row.getString(17),
                row.getTimestamp(13).toInstant(),
                confirmed == null ? null : confirmed.toInstant(),
                restored(row.getString(20)));
    }

    private static List<RestoredService> restored(@Nullable String json) {
        return json == null ? List.of() : Json.read(json, new TypeReference<>() {});
    }
}
