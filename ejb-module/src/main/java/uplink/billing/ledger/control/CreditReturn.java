package uplink.billing.ledger.control;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.control.CreditAllocation.PaidInvoice;
import uplink.shared.Sql;

/**
 * Takes money out of a credit that is on the account, because it leaves the account again. What is not allocated goes
 * first, then what the newest invoice was given, so that the oldest debts stay settled. The customer must be locked by
 * the caller.
 */
public final class CreditReturn {

    private static final String UNDO =
            """
            with mine as (
                select a.invoice_id, a.amount, sum(a.amount) over (order by a.invoice_id desc) - a.amount as before
                from allocations a where a.transaction_id = ? and (?::uuid is null or a.invoice_id = ?)),
            undone as (
                select invoice_id, amount, least(amount, ? - before) as back from mine where before < ?),
            gone as (
                delete from allocations a using undone u
                where a.transaction_id = ? and a.invoice_id = u.invoice_id and u.back = u.amount),
            less as (
                update allocations a set amount = a.amount - u.back from undone u
                where a.transaction_id = ? and a.invoice_id = u.invoice_id and u.back < u.amount)
            update invoices i set status = case when i.status = 'paid' then 'pending' else i.status end, paid_at = null,
                version = i.version + 1
            from undone u join invoices o on o.id = u.invoice_id where i.id = u.invoice_id
            returning i.id, i.customer_id, i.number, i.amount, i.currency, o.status = 'paid', u.back""";

    /** An invoice that got back what it was given; {@code reopened}: it was paid in full before. */
    private record Undone(PaidInvoice invoice, boolean reopened, BigDecimal back) {}

    private CreditReturn() {}

    /**
     * Takes so much out of the credit; answers the invoices that are open again. Only a chargeback can want what was paid
     * out to the customer already: that is nowhere to be taken from, and is owed.
     */
    public static List<PaidInvoice> takeOut(Sql sql, UUID credit, BigDecimal amount) {
        BigDecimal open = sql.first(
                        "select remaining from open_credits where transaction_id = ?",
                        row -> row.getBigDecimal(1),
                        credit)
                .orElse(BigDecimal.ZERO);
        BigDecimal more = amount.subtract(open);
        BigDecimal left = more.subtract(paidOut(sql, credit, more));
        List<Undone> undone = left.signum() <= 0 ? List.of() : undo(sql, credit, null, left);
        sql.update("delete from open_credits where transaction_id = ? and remaining <= ?", credit, amount);
        sql.update("update open_credits set remaining = remaining - ? where transaction_id = ?", amount, credit);
        return reopened(undone);
    }

    /** How much of that is not allocated to anything because it was paid out. */
    private static BigDecimal paidOut(Sql sql, UUID credit, BigDecimal wanted) {
        return sql.first(
                        """
                        select least(coalesce((select sum(u.amount) from payout_uses u where u.transaction_id = ?), 0.00),
                            greatest(0.00, ? - coalesce((select sum(a.amount) from allocations a
                                where a.transaction_id = ?), 0.00)))""",
                        row -> row.getBigDecimal(1),
                        credit,
                        wanted,
                        credit)
                .orElseThrow();
    }

    /** Gives back to the credit what an invoice was given of it; answers the invoice if it is open again. */
    public static List<PaidInvoice> giveUp(Sql sql, UUID credit, UUID invoice, BigDecimal amount) {
        List<Undone> undone = undo(sql, credit, invoice, amount);
        sql.update(
                """
                insert into open_credits (transaction_id, customer_id, remaining)
                select ?, customer_id, ? from invoices where id = ?
                on conflict (transaction_id) do update set remaining = open_credits.remaining + excluded.remaining""",
                credit,
                amount,
                invoice);
        return reopened(undone);
    }

    private static List<Undone> undo(Sql sql, UUID credit, @Nullable UUID only, BigDecimal amount) {
        List<Undone> undone = sql.list(
                UNDO,
                row -> new Undone(
                        new PaidInvoice(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getBigDecimal(4),
                                row.getString(5)),
                        row.getBoolean(6),
                        row.getBigDecimal(7)),
                credit,
                only,
                only,
                amount,
                amount,
                credit,
                credit);
        BigDecimal back = undone.stream().map(Undone::back).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (back.compareTo(amount) != 0) {
            throw new IllegalStateException("credit " + credit + " has " + back + " of " + amount);
        }
        return undone;
    }

    private static List<PaidInvoice> reopened(List<Undone> undone) {
        return undone.stream().filter(Undone::reopened).map(Undone::invoice).toList();
    }
}
