package uplink.billing.ledger.control;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.access.control.Restoring;
import uplink.shared.Sql;

/**
 * Settles open invoices with credit that is on the account, oldest with oldest, for any number of customers in one
 * statement. How much may be allocated is the balance plus what is outstanding on open invoices: so debits without an
 * invoice (a correction) come first. Daily shares that still wait for their invoice do not: whoever has paid an invoice
 * in full owes nothing for it, although days after it are charged already. What is outstanding afterwards, and what
 * waits, is together exactly the debt. The customers must be locked by the caller.
 */
public final class CreditAllocation {

    /** An invoice that is paid in full now. */
    public record PaidInvoice(UUID id, UUID customerId, String number, BigDecimal amount, String currency) {}

    private static final String SETTLE =
            """
            with open as (
                select i.id, i.customer_id, i.amount - coalesce(a.sum, 0) as due
                from invoices i
                left join lateral (select sum(x.amount) from allocations x where x.invoice_id = i.id) a on true
                where i.customer_id = any (?) and i.status in ('pending', 'overdue') and i.kind = 'invoice'),
            owing as (
                select c.id, c.balance + sum(o.due) as free, sum(o.due) as due,
                    (select sum(k.remaining) from open_credits k where k.customer_id = c.id) as credit
                from customers c join open o on o.customer_id = c.id where c.id = any (?) group by c.id),
            free as ( -- only who seems to have less than was paid is worth a look at the shares
                select id, case when free >= least(due, credit) then free
                    else free + greatest(0, (select coalesce(sum(w.amount), 0) from subscriptions s
                        join charges w on w.subscription_id = s.id and w.invoice_id is null
                        where s.customer_id = owing.id)) end as free
                from owing where credit is not null),
            debts as (
                select id, customer_id, due, sum(due) over w - due as lo, sum(due) over w as hi
                from open window w as (partition by customer_id order by id)),
            credits as (
                select k.transaction_id, k.customer_id, k.remaining,
                    sum(k.remaining) over w - k.remaining as lo, least(sum(k.remaining) over w, f.free) as hi
                from open_credits k join free f on f.id = k.customer_id and f.free > 0
                window w as (partition by k.customer_id order by k.transaction_id)),
            matched as (
                select c.customer_id, c.transaction_id, d.id as invoice_id,
                    least(c.hi, d.hi) - greatest(c.lo, d.lo) as amount
                from credits c join debts d on d.customer_id = c.customer_id and c.lo < d.hi and d.lo < c.hi),
            allocated as (
                insert into allocations (customer_id, transaction_id, invoice_id, amount, created_at)
                select customer_id, transaction_id, invoice_id, amount, ? from matched where amount > 0
                on conflict (invoice_id, transaction_id) do update set amount = allocations.amount + excluded.amount),
            used as (
                select c.transaction_id, c.remaining, sum(m.amount) as amount
                from credits c join matched m on m.transaction_id = c.transaction_id where m.amount > 0
                group by c.transaction_id, c.remaining),
            spent as (
                delete from open_credits k using used u
                where k.transaction_id = u.transaction_id and u.amount = u.remaining),
            lessened as (
                update open_credits k set remaining = k.remaining - u.amount from used u
                where k.transaction_id = u.transaction_id and u.amount < u.remaining)
            update invoices i set status = 'paid', paid_at = ?, version = i.version + 1
            from debts d
            where i.id = d.id and d.due = coalesce((select sum(m.amount) from matched m
                where m.invoice_id = d.id and m.amount > 0), 0)
            returning i.id, i.customer_id, i.number, i.amount, i.currency""";

    /**
     * Whether a customer has anything that money could settle or restore. {@link #SETTLE} asks and writes in every month's
     * partition: planning it takes 10 ms of a connection's time, again whenever statistics are new, and doing nothing by it
     * takes one. Most who pay in advance owe nothing.
     */
    private static final String LOOK =
            """
            select exists (select 1 from invoices
                    where customer_id = ? and status in ('pending', 'overdue') and kind = 'invoice'),
                exists (select 1 from suspensions where customer_id = ? and ended_at is null)
                    or exists (select 1 from promises where customer_id = ? and status = 'active')""";

    private record Concerned(boolean owing, boolean restrained) {}

    private CreditAllocation() {}

    /** Answers the invoices that are paid now. Whoever owes nothing any more has their service back. */
    public static List<PaidInvoice> settle(Sql sql, UUID[] customers, Instant now) {
        if (customers.length == 0) {
            return List.of();
        }
        if (customers.length == 1) {
            return settleOne(sql, customers[0], null, now);
        }
        List<PaidInvoice> paid = settleAll(sql, customers, now);
        Restoring.restore(sql, customers, null, now);
        return paid;
    }

    /** The same for the customer whose payment has just been posted: what it restores is known by it. */
    public static List<PaidInvoice> settle(Sql sql, UUID customer, UUID payment, Instant now) {
        return settleOne(sql, customer, payment, now);
    }

    private static List<PaidInvoice> settleOne(Sql sql, UUID customer, @Nullable UUID payment, Instant now) {
        Concerned concerned = sql.first(
                        LOOK, row -> new Concerned(row.getBoolean(1), row.getBoolean(2)), customer, customer, customer)
                .orElseThrow();
        UUID[] customers = {customer};
        List<PaidInvoice> paid = concerned.owing() ? settleAll(sql, customers, now) : List.of();
        if (concerned.restrained()) {
            Restoring.restoreConcerned(sql, customers, payment, now);
        }
        return paid;
    }

    private static List<PaidInvoice> settleAll(Sql sql, UUID[] customers, Instant now) {
        return sql.list(SETTLE, CreditAllocation::paid, customers, customers, now, now);
    }

    /** Gives a credit transfer to one invoice first, as far as it goes. */
    public static List<PaidInvoice> settleNamed(Sql sql, UUID transaction, UUID invoice, Instant now) {
        BigDecimal amount = fitting(sql, transaction, invoice);
        return amount.signum() <= 0 ? List.of() : allocate(sql, transaction, invoice, amount, now);
    }

    private static BigDecimal fitting(Sql sql, UUID transaction, UUID invoice) {
        return sql.first(
                        """
                        select least(k.remaining, i.amount
                            - coalesce((select sum(a.amount) from allocations a where a.invoice_id = i.id), 0))
                        from open_credits k join invoices i on i.customer_id = k.customer_id
                        where k.transaction_id = ? and i.id = ? and i.status in ('pending', 'overdue')
                            and i.kind = 'invoice'""",
                        row -> row.getBigDecimal(1),
                        transaction,
                        invoice)
                .orElse(BigDecimal.ZERO);
    }

    /**
     * What of a customer's credit can be given to invoices: not more than what is left once debits without an invoice
     * are covered; daily shares that wait for theirs are no such debits.
     */
    public static BigDecimal available(Sql sql, UUID customer) {
        return sql.first(
                        """
                        select greatest(0, least(
                            coalesce((select sum(k.remaining) from open_credits k where k.customer_id = c.id), 0),
                            c.balance
                                + coalesce((select sum(i.amount - coalesce((select sum(a.amount) from allocations a
                                    where a.invoice_id = i.id), 0)) from invoices i where i.customer_id = c.id
                                    and i.status in ('pending', 'overdue') and i.kind = 'invoice'), 0)
                                + greatest(0, coalesce((select sum(w.amount) from subscriptions s
                                    join charges w on w.subscription_id = s.id and w.invoice_id is null
                                    where s.customer_id = c.id), 0))))
                        from customers c where c.id = ?""",
                        row -> row.getBigDecimal(1),
                        customer)
                .orElse(BigDecimal.ZERO);
    }

    /** How much of which credit an invoice was given. */
    public record Given(UUID credit, BigDecimal amount) {}

    /** Gives an open invoice of a customer's credit, oldest first, at most so much; answers how much of which. */
    public static List<Given> give(
            Sql sql, UUID customer, UUID invoice, BigDecimal atMost, Instant now, List<PaidInvoice> paid) {
        List<Given> given = new ArrayList<>();
        BigDecimal left = atMost;
        for (UUID credit : sql.list(
                "select transaction_id from open_credits where customer_id = ? order by transaction_id",
                row -> row.getObject(1, UUID.class),
                customer)) {
            BigDecimal amount = left.min(fitting(sql, credit, invoice));
            if (amount.signum() > 0) {
                paid.addAll(allocate(sql, credit, invoice, amount, now));
                given.add(new Given(credit, amount));
                left = left.subtract(amount);
            }
        }
        return given;
    }

    private static List<PaidInvoice> allocate(Sql sql, UUID transaction, UUID invoice, BigDecimal amount, Instant now) {
        sql.update(
                """
                insert into allocations (customer_id, transaction_id, invoice_id, amount, created_at)
                select customer_id, ?, id, ?, ? from invoices where id = ?
                on conflict (invoice_id, transaction_id) do update set amount = allocations.amount + excluded.amount""",
                transaction,
                amount,
                now,
                invoice);
        sql.update("delete from open_credits where transaction_id = ? and remaining = ?", transaction, amount);
        sql.update("update open_credits set remaining = remaining - ? where transaction_id = ?", amount, transaction);
        return sql.list(
                """
                update invoices i set status = 'paid', paid_at = ?, version = version + 1
                where id = ? and amount = (select sum(a.amount) from allocations a where a.invoice_id = i.id)
                returning id, customer_id, number, amount, currency""",
                CreditAllocation::paid,
                now,
                invoice);
    }

    private static PaidInvoice paid(java.sql.ResultSet row) throws java.sql.SQLException {
        return new PaidInvoice(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getBigDecimal(4),
                row.getString(5));
    }

    /** Marks what is not paid although its due date has passed, the longest due first; answers the invoices. */
    public static List<PaidInvoice> markOverdue(Sql sql, LocalDate today, int atMost) {
        return sql.list(
                """
                update invoices set status = 'overdue', version = version + 1
                where id in (select id from invoices where status = 'pending' and due_date < ? and kind = 'invoice'
                    order by due_date, id limit ? for update skip locked) and status = 'pending'
                returning id, customer_id, number, amount, currency""",
                CreditAllocation::paid,
                today,
                atMost);
    }
}
