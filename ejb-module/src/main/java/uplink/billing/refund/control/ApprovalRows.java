package uplink.billing.refund.control;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.control.HouseAccount;
import uplink.billing.refund.boundary.Approval;
import uplink.billing.refund.boundary.ApprovalKind;
import uplink.billing.refund.boundary.ApprovalQuery;
import uplink.billing.refund.boundary.ApprovalStatus;
import uplink.shared.Coded;
import uplink.shared.Ids;
import uplink.shared.Sql;

/** Approvals in the database. */
public final class ApprovalRows {

    /**
     * What is asked for, locked until the end of the transaction.
     *
     * @param house where the money of an adjustment stands
     */
    public record Asked(
            UUID id,
            ApprovalKind kind,
            @Nullable UUID refundId,
            @Nullable UUID payoutId,
            UUID customerId,
            HouseAccount house,
            BigDecimal amount,
            String reason,
            ApprovalStatus status,
            UUID askedBy) {}

    private static final String SELECT =
            """
            select a.id, a.kind, a.customer_id, c.full_name, c.contract_number, r.payment_id, a.refund_id, a.amount,
                a.currency, a.reason, a.status, a.asked_by, coalesce(u.full_name, a.asked_by::text), a.asked_at,
                coalesce(d.full_name, a.decided_by::text), a.decided_at, a.note, a.transfer_id, a.payout_id,
                a.beside
            from approvals a join customers c on c.id = a.customer_id left join refunds r on r.id = a.refund_id
            left join users u on u.id = a.asked_by left join users d on d.id = a.decided_by\s""";

    private final Sql sql;

    public ApprovalRows(Sql sql) {
        this.sql = sql;
    }

    /**
     * A refund waits for a second person.
     *
     * @param beside what went out for the customer lately
     */
    public void askFor(Back back, BigDecimal beside, Instant now) {
        ask(
                ApprovalKind.REFUND,
                back.id(),
                null,
                back.customerId(),
                back.amount(),
                beside,
                back.currency(),
                back.reason(),
                given(back.createdBy()),
                now);
    }

    /** A pay-out waits for a second person, in the same way. */
    public void askFor(PayoutRows.Out out, BigDecimal beside, Instant now) {
        ask(
                ApprovalKind.PAYOUT,
                null,
                out.id(),
                out.customerId(),
                out.amount(),
                beside,
                out.currency(),
                out.reason(),
                out.createdBy(),
                now);
    }

    /**
     * A correction waits for a second person; answers the approval's id.
     *
     * @param house where the money of it stands
     */
    public UUID askFor(
            UUID customer,
            HouseAccount house,
            BigDecimal amount,
            String currency,
            String reason,
            @Nullable UUID by,
            Instant now) {
        UUID id = ask(
                ApprovalKind.ADJUSTMENT,
                null,
                null,
                customer,
                amount,
                BigDecimal.ZERO,
                currency,
                reason,
                given(by),
                now);
        if (house != HouseAccount.ADJUSTMENTS) {
            sql.update("update approvals set house_account = ? where id = ?", house.id(), id);
        }
        return id;
    }

    /**
     * Whether a register now tells something else of what is to be corrected than it did when this was asked for: the money
     * has turned up, or the sum is another one.
     */
    public boolean isOvertaken(UUID approval) {
        return sql.number(
                        """
                        select count(*) from approvals a
                        join discrepancies d on d.approval_id = a.id or d.refund_id = a.refund_id
                        join payments p on p.id = d.payment_id
                        where a.id = ? and d.kind <> 'taken-back' and d.theirs is distinct from (select e.amount from register_entries e
                            where e.provider = d.provider and e.status = 'succeeded'
                                and (e.external_id = d.external_id or d.kind = 'missing-there' and e.payment_id = p.id)
                            order by e.external_id = d.external_id desc limit 1)""",
                        approval)
                > 0;
    }

    private static UUID given(@Nullable UUID by) {
        if (by == null) {
            throw new IllegalStateException("somebody must have asked for it");
        }
        return by;
    }

    private UUID ask(
            ApprovalKind kind,
            @Nullable UUID refund,
            @Nullable UUID payout,
            UUID customer,
            BigDecimal amount,
            BigDecimal beside,
            String currency,
            String reason,
            UUID by,
            Instant now) {
        UUID id = Ids.next();
        sql.update(
                """
                insert into approvals (id, kind, refund_id, payout_id, customer_id, amount, beside, currency, reason, status,
                    asked_by, asked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?)""",
                id,
                kind.code(),
                refund,
                payout,
                customer,
                amount,
                beside,
                currency,
                reason,
                by,
                now);
        return id;
    }

    public Optional<UUID> customerOf(UUID approval) {
        return sql.first(
                "select customer_id from approvals where id = ?", row -> row.getObject(1, UUID.class), approval);
    }

    public Asked lock(UUID approval) {
        return sql.first(
                        """
                        select id, kind, refund_id, payout_id, customer_id, house_account, amount, reason, status, asked_by
                        from approvals
                        where id = ? for no key update""",
                        row -> new Asked(
                                row.getObject(1, UUID.class),
                                Coded.of(ApprovalKind.class, row.getString(2)),
                                row.getObject(3, UUID.class),
                                row.getObject(4, UUID.class),
                                row.getObject(5, UUID.class),
                                house(row.getObject(6, UUID.class)),
                                row.getBigDecimal(7),
                                row.getString(8),
                                Coded.of(ApprovalStatus.class, row.getString(9)),
                                row.getObject(10, UUID.class)),
                        approval)
                .orElseThrow();
    }

    private static HouseAccount house(@Nullable UUID account) {
        return account == null ? HouseAccount.ADJUSTMENTS : HouseAccount.of(account);
    }

    public void decide(
            UUID approval,
            ApprovalStatus status,
            @Nullable String note,
            @Nullable UUID transfer,
            @Nullable UUID by,
            Instant now) {
        sql.update(
                """
                update approvals set status = ?, note = ?, transfer_id = ?, decided_by = ?, decided_at = ?,
                    version = version + 1
                where id = ?""",
                status.code(),
                note,
                transfer,
                by,
                now,
                approval);
    }

    public Optional<Approval> one(UUID id) {
        return sql.first(SELECT + "where a.id = ?", ApprovalRows::read, id);
    }

    /** Newest first. */
    public List<Approval> before(@Nullable ApprovalStatus status, @Nullable UUID before, int limit) {
        String code = status == null ? null : status.code();
        return sql.list(
                SELECT
                        + """
                        where (?::text is null or a.status = ?) and (?::uuid is null or a.id < ?)
                        order by a.id desc limit ?""",
                ApprovalRows::read,
                code,
                code,
                before,
                before,
                limit);
    }

    public List<Approval> list(ApprovalQuery query) {
        String code = query.status() == null ? null : query.status().code();
        return sql.list(
                SELECT + "where (?::text is null or a.status = ?) order by a.id desc limit ? offset ?",
                ApprovalRows::read,
                code,
                code,
                query.size(),
                query.first());
    }

    public long count(ApprovalQuery query) {
        String code = query.status() == null ? null : query.status().code();
        return sql.number("select count(*) from approvals where ?::text is null or status = ?", code, code);
    }

    private static Approval read(ResultSet row) throws SQLException {
        Timestamp decided = row.getTimestamp(16);
        return new Approval(
                row.getObject(1, UUID.class),
                Coded.of(ApprovalKind.class, row.getString(2)),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getObject(7, UUID.class),
                row.getObject(19, UUID.class),
                row.getBigDecimal(8),
                row.getBigDecimal(20),
                row.getString(9),
                row.getString(10),
                Coded.of(ApprovalStatus.class, row.getString(11)),
                row.getObject(12, UUID.class),
                row.getString(13),
                row.getTimestamp(14).toInstant(),
                row.getString(15),
                decided == null ? null : decided.toInstant(),
                row.getString(17),
                row.getObject(18, UUID.class));
    }
}
