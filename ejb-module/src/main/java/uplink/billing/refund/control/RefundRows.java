package uplink.billing.refund.control;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.billing.payment.boundary.PaymentStatus;
import uplink.billing.payment.control.RefundRoad.Returned;
import uplink.billing.refund.boundary.Refund;
import uplink.billing.refund.boundary.RefundKind;
import uplink.billing.refund.boundary.RefundStatus;
import uplink.shared.Coded;
import uplink.shared.Ids;
import uplink.shared.Sql;

/** Refunds in the database. When the provider is asked next is told by the machine's time. */
public final class RefundRows {

    /** Before the request that makes a refund has had its own answer, nobody else needs to ask. */
    private static final int FIRST_PAUSE_SECONDS = 15;

    private static final int LONGEST_PAUSE_SECONDS = 120;
    /** Providers know an idempotence key for a day. */
    private static final int HOURS_TO_REPEAT = 23;

    private static final int HOURS_TO_WATCH = 6;

    private static final String BACK =
            """
            select r.id, r.payment_id, r.customer_id, r.kind, r.amount, r.currency, r.reason, p.method, r.provider,
                coalesce(p.charge_id, p.external_id), r.status, r.external_id, r.asked, r.created_by
            from refunds r join payments p on p.id = r.payment_id\s""";

    private final Sql sql;

    public RefundRows(Sql sql) {
        this.sql = sql;
    }

    public Optional<UUID> customerOf(UUID payment) {
        return sql.first("select customer_id from payments where id = ?", row -> row.getObject(1, UUID.class), payment);
    }

    /** Locked until the end of the transaction. */
    public Refundable lockPayment(UUID payment) {
        return sql.first(
                        """
                        select id, customer_id, method, provider, coalesce(charge_id, external_id), status,
                            coalesce(captured, amount) - refunded, refunded, currency
                        from payments where id = ? for no key update""",
                        row -> new Refundable(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                Coded.of(PaymentMethod.class, row.getString(3)),
                                row.getString(4),
                                row.getString(5),
                                Coded.of(PaymentStatus.class, row.getString(6)),
                                row.getBigDecimal(7),
                                row.getBigDecimal(8),
                                row.getString(9)),
                        payment)
                .orElseThrow();
    }

    /** How much of what a payment from the balance has settled is still settled by it. */
    public BigDecimal stillSettled(UUID payment) {
        return sql.first(
                        """
                        select coalesce(sum(least(u.amount, a.amount)), 0.00) from payment_uses u
                        join allocations a on a.transaction_id = u.transaction_id and a.invoice_id = u.invoice_id
                        where u.payment_id = ?""",
                        row -> row.getBigDecimal(1),
                        payment)
                .orElseThrow();
    }

    /** How much of the money of a payment was paid out as credit: it cannot go back once more. */
    public BigDecimal paidOut(UUID payment) {
        return sql.first(
                        """
                        select coalesce(sum(u.amount), 0.00) from payments p
                        join payouts o on o.customer_id = p.customer_id join payout_uses u on u.payout_id = o.id
                        join transactions t on t.id = u.transaction_id and t.payment_id = p.id
                        where p.id = ?""",
                        row -> row.getBigDecimal(1),
                        payment)
                .orElseThrow();
    }

    public Optional<UUID> underKey(UUID payment, String key) {
        return sql.first(
                "select id from refunds where payment_id = ? and request_key = ?",
                row -> row.getObject(1, UUID.class),
                payment,
                key);
    }

    /** Written down before anybody is called. */
    public void write(Back back, @Nullable String key, @Nullable String failure, Instant now) {
        sql.update(
                """
                insert into refunds (id, payment_id, customer_id, kind, amount, currency, reason, provider, external_id,
                    status, failure, request_key, created_by, created_at, ask_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                    case when ? then clock_timestamp() + ? * interval '1 second' end)""",
                back.id(),
                back.paymentId(),
                back.customerId(),
                back.kind().code(),
                back.amount(),
                back.currency(),
                back.reason(),
                back.provider(),
                back.externalId(),
                back.status().code(),
                failure,
                key,
                back.createdBy(),
                now,
                back.status() == RefundStatus.CREATED,
                FIRST_PAUSE_SECONDS);
    }

    /** The second person has approved: somebody calls the provider now. */
    public void release(UUID refund) {
        sql.update(
                """
                update refunds set status = 'created', ask_at = clock_timestamp(), version = version + 1
                where id = ? and status = 'waiting'""",
                refund);
    }

    /** Where it stands now, and what the provider has told of it. */
    public void move(Back back, RefundStatus to, Returned said, @Nullable Instant confirmedAt) {
        boolean open = to == RefundStatus.CREATED || to == RefundStatus.PENDING || to == RefundStatus.UNKNOWN;
        sql.update(
                """
                update refunds set status = ?, external_id = coalesce(external_id, ?), failure = left(?, 200),
                    ask_at = case when ? then ask_at end, confirmed_at = coalesce(confirmed_at, ?), version = version + 1
                where id = ?""",
                to.code(),
                said.externalId(),
                to == RefundStatus.SUCCEEDED ? null : said.detail(),
                open,
                confirmedAt,
                back.id());
    }

    /** A chargeback that does not fit, and never will by itself: somebody decides, once. */
    public void leaveToPeople(Back back, BigDecimal left, LocalDate day) {
        sql.update(
                """
                insert into discrepancies (id, provider, day, kind, subject, external_id, payment_id, ours, theirs, currency,
                    status, found_at)
                values (?, ?, ?, 'taken-back', ?, ?, ?, ?, ?, ?, 'open', clock_timestamp()) on conflict do nothing""",
                Ids.next(),
                back.provider(),
                day,
                back.externalId(),
                back.externalId(),
                back.paymentId(),
                left,
                back.amount(),
                back.currency());
    }

    /** Whether somebody has decided about a chargeback that did not fit. */
    public boolean isDecided(Back back) {
        return isLeft(back, "('explained', 'settled')");
    }

    /** Whether a correction for it waits for a second person. */
    public boolean isRequested(Back back) {
        return isLeft(back, "('requested')");
    }

    private boolean isLeft(Back back, String statuses) {
        return sql.number(
                        "select count(*) from discrepancies where provider = ? and kind = 'taken-back' and subject = ?"
                                + " and status in " + statuses,
                        back.provider(),
                        back.externalId())
                > 0;
    }

    /** Whether it has gone back, and nobody has said that it came to nothing after all. */
    public boolean isGone(UUID refund) {
        return sql.number(
                        """
                        select count(*) from refunds
                        where id = ? and kind = 'refund' and status = 'succeeded' and came_back is null""",
                        refund)
                > 0;
    }

    /** Remembers the transfer by which the money is the customer's again. */
    public void cameBack(UUID refund, UUID transfer, @Nullable String why) {
        sql.update(
                "update refunds set came_back = ?, failure = left(?, 200), version = version + 1 where id = ?",
                transfer,
                why,
                refund);
    }

    public Optional<Back> back(UUID refund) {
        return sql.first(BACK + "where r.id = ?", RefundRows::readBack, refund);
    }

    /** Locked until the end of the transaction. */
    public Back lock(UUID refund) {
        return sql.first(BACK + "where r.id = ? for no key update of r", RefundRows::readBack, refund)
                .orElseThrow();
    }

    /** Of a payment, oldest first, locked. */
    public List<Back> lockAll(UUID payment) {
        return sql.list(
                BACK + "where r.payment_id = ? order by r.id for no key update of r", RefundRows::readBack, payment);
    }

    /** Refunds about which the provider is to be called now, the longest due first. */
    public List<UUID> due(int atMost) {
        return sql.list(
                "select id from refunds where ask_at <= clock_timestamp() order by ask_at limit ?",
                row -> row.getObject(1, UUID.class),
                atMost);
    }

    /** Payments of which the provider may have taken back something. */
    public List<UUID> returnsDue(int atMost) {
        return sql.list(
                "select id from payments where returns_ask_at <= clock_timestamp() order by returns_ask_at limit ?",
                row -> row.getObject(1, UUID.class),
                atMost);
    }

    /** Asked now; again in two minutes, unless somebody says that it is {@link #told}. */
    public void askAgain(UUID payment) {
        sql.update(
                """
                update payments set returns_ask_at = clock_timestamp() + ? * interval '1 second'
                where id = ? and returns_ask_at is not null""",
                LONGEST_PAUSE_SECONDS,
                payment);
    }

    /** What is demanded back is decided in weeks: looked at now and then, should nobody say so. */
    public void watch(UUID payment) {
        sql.update(
                "update payments set returns_ask_at = clock_timestamp() + ? * interval '1 hour' where id = ?",
                HOURS_TO_WATCH,
                payment);
    }

    public void told(UUID payment) {
        sql.update("update payments set returns_ask_at = null where id = ?", payment);
    }

    /** Whether the first call is too long ago to be repeated. */
    public boolean isForgotten(Back back) {
        return sql.number(
                        """
                        select count(*) from payment_attempts where refund_id = ? and kind = 'refund'
                            and began_at < clock_timestamp() - ? * interval '1 hour'""",
                        back.id(),
                        HOURS_TO_REPEAT)
                > 0;
    }

    /** The call that is made now, written down before; the next one comes later each time. */
    public UUID attempt(Back back) {
        UUID id = Ids.next();
        sql.update(
                """
                insert into payment_attempts (id, payment_id, refund_id, kind, began_at)
                values (?, ?, ?, ?, clock_timestamp())""",
                id,
                back.paymentId(),
                back.id(),
                back.asked() == 0 ? "refund" : "ask-refund");
        sql.update(
                """
                update refunds set asked = asked + 1,
                    ask_at = clock_timestamp() + least(? * (2 ^ least(asked, 10)), ?) * interval '1 second'
                where id = ?""",
                FIRST_PAUSE_SECONDS,
                LONGEST_PAUSE_SECONDS,
                back.id());
        return id;
    }

    /** What the call came to. */
    public void end(UUID attempt, Returned said) {
        sql.update(
                "update payment_attempts set told = ?, detail = left(?, 200), ended_at = clock_timestamp() where id ="
                        + " ?",
                said.told().code(),
                said.detail(),
                attempt);
    }

    public Optional<Refund> one(UUID id) {
        return list("r.id", id).stream().findFirst();
    }

    /** Of a payment, oldest first. */
    public List<Refund> of(UUID payment) {
        return list("r.payment_id", payment);
    }

    private List<Refund> list(String column, UUID id) {
        return sql.list(
                """
                select r.id, r.payment_id, r.customer_id, r.kind, r.amount, r.currency, r.reason, r.status, r.external_id,
                    r.failure, r.created_at, r.confirmed_at from refunds r where %s = ? order by r.id"""
                        .formatted(column),
                RefundRows::read,
                id);
    }

    private static Refund read(ResultSet row) throws SQLException {
        Timestamp confirmed = row.getTimestamp(12);
        return new Refund(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                Coded.of(RefundKind.class, row.getString(4)),
                row.getBigDecimal(5),
                row.getString(6),
                row.getString(7),
                Coded.of(RefundStatus.class, row.getString(8)),
                row.getString(9),
                row.getString(10),
                row.getTimestamp(11).toInstant(),
                confirmed == null ? null : confirmed.toInstant());
    }

    private static Back readBack(ResultSet row) throws SQLException {
        return new Back(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                Coded.of(RefundKind.class, row.getString(4)),
                row.getBigDecimal(5),
                row.getString(6),
                row.getString(7),
                Coded.of(PaymentMethod.class, row.getString(8)),
                row.getString(9),
                row.getString(10),
                Coded.of(RefundStatus.class, row.getString(11)),
                row.getString(12),
                row.getInt(13),
                row.getObject(14, UUID.class));
    }
}
