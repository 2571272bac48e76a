package uplink.billing.refund.control;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import uplink.billing.refund.boundary.FreeCredit;
import uplink.shared.Sql;

/**
 * Credit that can leave the account: not more than the balance, which has every debt in it, and not more than what lies
 * open of single credits. What waits for a second person or is on its way back counts as gone, and what is to go back of a
 * payment is left in the credit that it came as.
 */
public final class FreeCredits {

    private static final String UNDER_WAY =
            "r.status in ('waiting', 'created', 'pending', 'unknown')" + " and r.kind <> 'chargeback'";

    /** The open credits of a customer and how much of each is not to go back as a refund. */
    private static final String USABLE =
            """
            select k.transaction_id, greatest(0.00, k.remaining - coalesce((select sum(r.amount) from transactions t
                join refunds r on r.payment_id = t.payment_id
                where t.id = k.transaction_id and t.type = 'payment' and %s), 0.00)) as can
            from open_credits k where k.customer_id = ?"""
                    .formatted(UNDER_WAY);

    private static final String FREE =
            """
            with usable as (%s),
            held as (
                select coalesce((select sum(p.amount) from payouts p where p.customer_id = ? and p.status = 'waiting'), 0.00)
                        as payouts,
                    coalesce((select sum(r.amount) from refunds r join payments p on p.id = r.payment_id
                        where r.customer_id = ? and p.method <> 'balance' and %s), 0.00) as refunds)
            select c.id, greatest(0.00, least(c.balance - h.refunds, (select coalesce(sum(can), 0.00) from usable))
                    - h.payouts), c.balance, h.payouts + h.refunds, c.currency
            from customers c cross join held h where c.id = ?"""
                    .formatted(USABLE, UNDER_WAY);

    private static final String TAKE =
            """
            with usable as (%s),
            mine as (
                select transaction_id, can, sum(can) over (order by transaction_id) - can as before
                from usable where can > 0),
            taken as (
                insert into payout_uses (payout_id, transaction_id, amount)
                select ?, transaction_id, least(can, ? - before) from mine where before < ?
                returning transaction_id, amount),
            gone as (
                delete from open_credits k using taken t where k.transaction_id = t.transaction_id and k.remaining = t.amount),
            less as (
                update open_credits k set remaining = k.remaining - t.amount from taken t
                where k.transaction_id = t.transaction_id and k.remaining > t.amount)
            select coalesce(sum(amount), 0.00) from taken"""
                    .formatted(USABLE);

    private FreeCredits() {}

    /** What can be paid out now; empty: there is no such customer. */
    public static Optional<FreeCredit> of(Sql sql, UUID customer) {
        return sql.first(
                FREE,
                row -> new FreeCredit(
                        row.getObject(1, UUID.class),
                        row.getBigDecimal(2),
                        row.getBigDecimal(3),
                        row.getBigDecimal(4),
                        row.getString(5)),
                customer,
                customer,
                customer,
                customer);
    }

    /** Takes so much out of the open credits, the oldest first, and notes which. The customer is locked by the caller. */
    public static void take(Sql sql, UUID customer, UUID payout, BigDecimal amount) {
        BigDecimal taken = sql.first(TAKE, row -> row.getBigDecimal(1), customer, payout, amount, amount)
                .orElseThrow();
        if (taken.compareTo(amount) != 0) {
            throw new IllegalStateException("customer " + customer + " has " + taken + " of " + amount);
        }
    }
}
