package uplink.billing.payment.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.payment.boundary.Collection;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.billing.payment.boundary.PaymentStatus;
import uplink.shared.Coded;
import uplink.shared.Ids;
import uplink.shared.Sql;

/** Payments that go through providers. When the provider is asked next is told by the machine's time, not the business's. */
public final class OrderRows {

    private static final String SELECT =
            """
            select p.id, p.customer_id, p.invoice_id, p.amount, p.currency, p.method, p.provider, p.status, p.external_id,
                p.hint, p.return_url, p.confirmation_url, c.contract_number, p.saves_method, m.token
            from payments p join customers c on c.id = p.customer_id left join saved_methods m on m.id = p.saved_method_id\s""";
    private static final int FIRST_PAUSE_SECONDS = 15;
    private static final int LONGEST_PAUSE_SECONDS = 120;
    /** Providers know an idempotence key for a day. */
    private static final int HOURS_TO_REPEAT = 23;

    private final Sql sql;

    public OrderRows(Sql sql) {
        this.sql = sql;
    }

    public Optional<Order> underKey(UUID customer, String key) {
        return sql.first(SELECT + "where p.customer_id = ? and p.request_key = ?", OrderRows::read, customer, key);
    }

    public Optional<Order> one(UUID id) {
        return sql.first(SELECT + "where p.id = ?", OrderRows::read, id);
    }

    /** Locked until the end of the transaction. */
    public Optional<Order> lock(UUID id) {
        return sql.first(SELECT + "where p.id = ? for no key update of p", OrderRows::read, id);
    }

    /** Written down before anybody is called. */
    public void open(Order order, String key, @Nullable UUID createdBy, Instant now) {
        sql.update(
                """
                insert into payments (id, customer_id, invoice_id, amount, currency, method, provider, status, return_url,
                    saves_method, request_key, created_by, created_at, ask_at)
                values (?, ?, ?, ?, ?, ?, ?, 'created', ?, ?, ?, ?, ?, clock_timestamp() + ? * interval '1 second')""",
                order.id(),
                order.customerId(),
                order.invoiceId(),
                order.amount(),
                order.currency(),
                order.method().code(),
                order.provider(),
                order.returnUrl(),
                order.saves(),
                key,
                createdBy,
                now,
                FIRST_PAUSE_SECONDS);
    }

    /** The same for what is collected from a saved card: empty when that was done on that day, or is under way. */
    public Optional<UUID> collect(UUID id, Collection wanted, String currency, Instant now) {
        return sql.first(
                """
                insert into payments (id, customer_id, invoice_id, amount, currency, method, provider, status,
                    saved_method_id, collected_on, created_at, ask_at)
                values (?, ?, ?, ?, ?, 'autopay', ?, 'created', ?, ?, ?, clock_timestamp())
                on conflict do nothing returning id""",
                row -> row.getObject(1, UUID.class),
                id,
                wanted.customerId(),
                wanted.invoiceId(),
                wanted.amount(),
                currency,
                wanted.from().provider(),
                wanted.from().id(),
                wanted.on(),
                now);
    }

    public boolean isKnown(String provider, String externalId) {
        return sql.number("select count(*) from payments where provider = ? and external_id = ?", provider, externalId)
                > 0;
    }

    /** The customer's payment that was booked for this money by an earlier call. */
    public Optional<UUID> adopted(UUID customer, String provider, ProviderAnswer told) {
        return sql.first(
                """
                select id from payments where provider = ? and external_id = ? and customer_id = ? and amount = ?
                    and currency = ? and status = 'succeeded'""",
                row -> row.getObject(1, UUID.class),
                provider,
                told.externalId(),
                customer,
                told.amount(),
                told.currency());
    }

    /** A payment that begins with its end. */
    public void adopt(
            UUID id, UUID customer, String provider, ProviderAnswer told, @Nullable UUID createdBy, Instant now) {
        sql.update(
                """
                insert into payments (id, customer_id, amount, currency, method, provider, external_id, status, created_by,
                    created_at, confirmed_at)
                values (?, ?, ?, ?, 'card', ?, ?, 'succeeded', ?, ?, ?)""",
                id,
                customer,
                told.amount(),
                told.currency(),
                provider,
                told.externalId(),
                createdBy,
                now,
                now);
    }

    /** Whose time has come, the longest due first, without those of some providers. */
    public List<Due> due(int atMost, Set<String> without) {
        return sql.list(
                """
                select id, provider from payments where ask_at <= clock_timestamp() and provider <> all (?)
                order by ask_at limit ?""",
                row -> new Due(row.getObject(1, UUID.class), row.getString(2)),
                without.toArray(String[]::new),
                atMost);
    }

    /** Whether the provider has nothing of it that could still be found by repeating the first call. */
    public boolean isForgotten(Order order) {
        return order.externalId() == null
                && order.hint() == null
                && sql.number(
                                """
                                select count(*) from payment_attempts where payment_id = ?
                                    and began_at < clock_timestamp() - ? * interval '1 hour'""",
                                order.id(),
                                HOURS_TO_REPEAT)
                        > 0;
    }

    /** The provider's id under which its register has this payment; empty when it has none of it. */
    public Optional<String> registered(Order order) {
        return sql.first(
                "select external_id from register_entries where provider = ? and payment_id = ? order by made_at limit 1",
                row -> row.getString(1),
                order.provider(),
                order.id());
    }

    /** Whether the register of the whole time in which the provider was called about it has been read. */
    public boolean isRegisterRead(Order order) {
        return sql.number(
                        """
                        select count(*) from (select min(began_at) as first, max(began_at) as last
                            from payment_attempts where payment_id = ?) a
                        where not exists (
                            select 1 from generate_series((a.first - interval '1 hour')::timestamptz,
                                a.last + interval '1 hour', interval '1 hour') t
                            where not exists (select 1 from register_days d
                                where d.provider = ? and d.from_at <= t and t < d.to_at))""",
                        order.id(),
                        order.provider())
                > 0;
    }

    /** An id to ask about, from the register. */
    public void hint(Order order, String externalId) {
        sql.update("update payments set hint = ?, ask_at = clock_timestamp() where id = ?", externalId, order.id());
    }

    /** Whether a card was to be charged that has been removed since, so that the charge cannot be repeated. */
    public boolean isWithoutCard(Order order) {
        return order.method() == PaymentMethod.AUTOPAY
                && order.token() == null
                && order.externalId() == null
                && order.hint() == null;
    }

    /** Whether nobody was ever called about it. */
    public boolean isUntouched(Order order) {
        return sql.number("select count(*) from payment_attempts where payment_id = ?", order.id()) == 0;
    }

    /** Nothing can be asked at the moment: the next time is later. */
    public void later(Order order) {
        sql.update("update payments set ask_at = clock_timestamp() + interval '15 minutes' where id = ?", order.id());
    }

    /** The call that is made now; the next one comes later each time. */
    public Asking attempt(Order order) {
        UUID id = Ids.next();
        String asks = order.externalId() == null ? order.hint() : order.externalId();
        sql.update(
                "insert into payment_attempts (id, payment_id, kind, began_at) values (?, ?, ?, clock_timestamp())",
                id,
                order.id(),
                asks == null ? "create" : "ask");
        long asked = sql.first(
                        """
                        update payments set asked = asked + 1,
                            ask_at = clock_timestamp() + least(? * (2 ^ least(asked, 10)), ?) * interval '1 second'
                        where id = ? returning asked""",
                        row -> row.getLong(1),
                        FIRST_PAUSE_SECONDS,
                        LONGEST_PAUSE_SECONDS,
                        order.id())
                .orElseThrow();
        return new Asking(id, order, asked == 1, asks);
    }

    /** What the call came to. */
    public void end(Asking asking, ProviderAnswer answer) {
        sql.update(
                "update payment_attempts set told = ?, detail = left(?, 200), ended_at = clock_timestamp() where id ="
                        + " ?",
                answer.told().code(),
                answer.detail(),
                asking.attempt());
    }

    /** Where the payment stands now, and what the provider has told of it. */
    public void move(Order order, PaymentStatus to, ProviderAnswer answer, @Nullable Instant confirmedAt) {
        boolean ended = PaymentCourse.isEnded(to);
        boolean unsuccessful = ended && to != PaymentStatus.SUCCEEDED;
        sql.update(
                """
                update payments set status = ?, external_id = coalesce(external_id, ?),
                    confirmation_url = case when ? then null else coalesce(?, confirmation_url) end,
                    failure = case when ? then coalesce(left(?, 200), failure) end,
                    ask_at = case when ? then null else ask_at end, confirmed_at = coalesce(confirmed_at, ?),
                    captured = coalesce(captured, ?), charge_id = coalesce(charge_id, ?), version = version + 1
                where id = ?""",
                to.code(),
                answer.externalId(),
                ended,
                answer.confirmationUrl(),
                unsuccessful,
                answer.detail(),
                ended,
                confirmedAt,
                confirmedAt == null ? null : answer.captured(order.amount()),
                confirmedAt == null ? null : answer.chargeId(),
                order.id());
    }

    /** A claim that turned out to be none. */
    public void forgetHint(Order order) {
        sql.update("update payments set hint = null where id = ? and hint = ?", order.id(), order.hint());
    }

    /**
     * Somebody says that money went back: the provider is asked at once. Tells whether it is about a payment of ours.
     *
     * @param externalId the provider's id of the payment, or of its charge
     */
    public boolean returned(String provider, String externalId) {
        return sql.update(
                        """
                        update payments set returns_ask_at = clock_timestamp()
                        where provider = ? and status = 'succeeded' and (external_id = ? or charge_id = ?
                            or id = (select payment_id from register_entries where provider = ? and external_id = ?))""",
                        provider,
                        externalId,
                        externalId,
                        provider,
                        externalId)
                > 0;
    }

    /** Somebody says that there is news: the provider is asked at once. Tells whether it is about a payment of ours. */
    public boolean notified(String provider, PaymentProvider.Notification notification) {
        return sql.update(
                        """
                        update payments set ask_at = clock_timestamp(),
                            hint = case when external_id is null then ? else hint end
                        where provider = ? and status <> 'succeeded'
                            and (external_id = ? or external_id is null and id = ?)""",
                        notification.externalId(),
                        provider,
                        notification.externalId(),
                        notification.paymentId())
                > 0;
    }

    private static Order read(ResultSet row) throws SQLException {
        return new Order(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getBigDecimal(4),
                row.getString(5),
                Coded.of(PaymentMethod.class, row.getString(6)),
                row.getString(7),
                Coded.of(PaymentStatus.class, row.getString(8)),
                row.getString(9),
                row.getString(10),
                row.getString(11) == null ? "" : row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getBoolean(14),
                row.getString(15));
    }
}
