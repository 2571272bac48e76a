package uplink.billing.ledger.control;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import uplink.billing.ledger.boundary.Finding;
import uplink.shared.Sql;

/**
 * A promise about money as a query that answers the rows that break it: what is wrong (text), whose account it is (may
 * be null), and the figures that do not agree (text).
 */
public enum Invariant {
    /** Σ of all accounts is zero because each transfer has two sides of one amount. */
    TRANSFERS_BALANCE(
            """
            select t.id::text, coalesce(d.customer_id, c.customer_id), 'amount ' || t.amount
            from transactions t
            left join ledger_accounts d on d.id = t.debit_account
            left join ledger_accounts c on c.id = t.credit_account
            where t.amount <= 0 or t.debit_account = t.credit_account or d.id is null or c.id is null"""),
    BALANCE_EQUALS_TRANSFERS(
            """
            select c.id::text, c.id, 'balance ' || c.balance || ', transfers ' || coalesce(s.sum, 0)
            from customers c left join (
                select account, sum(change) as sum from (
                    select credit_account as account, amount as change from transactions
                    union all select debit_account, -amount from transactions) x group by account) s on s.account = c.id
            where c.balance <> coalesce(s.sum, 0)"""),
    TRANSFERS_WRITTEN_ONCE(
            """
            select n.name, null::uuid, 'the trigger is off' from (values ('transactions_written_once'),
                ('transactions_never_emptied'), ('period_is_open')) n (name)
            where not exists (select 1 from pg_trigger t
                where t.tgname = n.name and t.tgrelid = 'transactions'::regclass and t.tgenabled in ('O', 'A'))"""),
    /** What is posted or issued in a period was so before it was closed. */
    CLOSED_PERIODS_STAY(
            """
            with closed as (
                select closed_through, decided_at from accounting_periods p where action = 'close' and not exists (
                    select 1 from accounting_periods r
                    where r.id > p.id and r.action = 'reopen' and r.closed_through < p.closed_through))
            select t.id::text, case when a.kind = 'customer' then t.debit_account else t.credit_account end,
                'transfer of ' || t.effective_on || ', posted ' || t.created_at || ', closed ' || c.decided_at
            from closed c join transactions t on t.effective_on <= c.closed_through and t.created_at > c.decided_at
            join ledger_accounts a on a.id = t.debit_account
            union all
            select i.number, i.customer_id, 'issued ' || i.issued_on || ', written ' || i.created_at || ', closed ' || c.decided_at
            from closed c join invoices i on i.issued_on <= c.closed_through and i.created_at > c.decided_at"""),
    SNAPSHOTS_EQUAL_TRANSFERS(
            """
            select a.code, null::uuid, 'snapshots ' || s.credits - s.debits || ', transfers ' || t.sum
            from (select account_id, sum(debits) as debits, sum(credits) as credits, max(day) as day
                from ledger_snapshots group by account_id) s
            join ledger_accounts a on a.id = s.account_id
            cross join lateral (select coalesce(sum(change), 0) as sum from (
                select amount as change from transactions where credit_account = a.id
                    and id < uuid7_floor((s.day + 1)::timestamp at time zone 'UTC')
                union all select -amount from transactions where debit_account = a.id
                    and id < uuid7_floor((s.day + 1)::timestamp at time zone 'UTC')) x) t
            where s.credits - s.debits <> t.sum"""),
    PAYMENT_HAS_ONE_TRANSFER(
            """
            select coalesce(p.id, t.payment_id)::text, coalesce(p.customer_id, t.customer),
                'payment ' || coalesce(p.status || ' ' || coalesce(p.captured, p.amount), 'missing')
                    || ', transfers ' || coalesce(t.sum, 0)
            from (select * from payments where method <> 'balance') p
            full join (select payment_id, sum(amount) as sum, count(*) as count, (array_agg(credit_account))[1] as customer
                from transactions where type = 'payment' group by payment_id) t on t.payment_id = p.id
            where (p.id is null or t.payment_id is null or t.count <> 1 or t.sum <> coalesce(p.captured, p.amount) or t.customer <> p.customer_id
                or p.status <> 'succeeded') and (t.payment_id is not null or p.status = 'succeeded' or p.id is null)"""),
    /** The provider's id stands for its money; what is open has a time at which the provider is asked next. */
    PROVIDERS_ARE_ASKED(
            """
            select p.id::text, p.customer_id, 'payment ' || p.status || ' ' || p.amount
                || case when p.status = 'succeeded' then ', no id of the provider' else ', nobody asks about it' end
            from payments p
            where p.status in ('created', 'pending', 'unknown') and p.ask_at is null
                or p.status = 'succeeded' and p.method in ('card', 'sbp') and p.external_id is null
            union all
            select r.id::text, r.customer_id, r.kind || ' ' || r.status || ' ' || r.amount || ', nobody asks about it'
            from refunds r join payments p on p.id = r.payment_id
            where r.status in ('created', 'pending', 'unknown')
                and case when r.kind = 'chargeback' then p.returns_ask_at else r.ask_at end is null"""),
    /** What goes back of a payment was captured; what is on its way counts, what a provider claims does not yet. */
    REFUNDS_WITHIN_CAPTURED(
            """
            select p.id::text, p.customer_id, 'payment ' || p.status || ', captured ' || coalesce(p.captured, p.amount)
                || ', refunded ' || p.refunded || ', refunds ' || coalesce(r.sum, 0)
            from payments p left join (select payment_id, sum(amount) as sum from refunds
                where status not in ('refused', 'failed') and (kind <> 'chargeback' or status = 'succeeded')
                group by payment_id) r on r.payment_id = p.id
            where p.refunded <> coalesce(r.sum, 0) or p.refunded > coalesce(p.captured, p.amount)
                or p.refunded > 0 and p.status <> 'succeeded'"""),
    REFUND_HAS_ONE_TRANSFER(
            """
            select coalesce(r.id, t.group_id)::text, coalesce(r.customer_id, t.debit_account),
                'refund ' || coalesce(r.kind || ' ' || r.status || ' ' || r.amount, 'missing')
                    || ', transfers ' || coalesce(t.sum, 0)
            from (select r.*, p.method from refunds r join payments p on p.id = r.payment_id) r
            full join (select group_id, sum(amount) as sum, count(*) as count, min(type) as type,
                    (array_agg(debit_account))[1] as debit_account, (array_agg(payment_id))[1] as payment_id
                from transactions where type in ('refund', 'chargeback', 'reversal') group by group_id) t
                on t.group_id = r.id
            where (r.status = 'succeeded' and r.method <> 'balance') is distinct from (t.group_id is not null)
                or t.group_id is not null and (t.count <> 1 or t.sum <> r.amount or t.type <> r.kind
                    or t.debit_account <> r.customer_id or t.payment_id is distinct from r.payment_id)"""),
    /** What is large has a second person: nobody decides about their own, and nothing goes on before. */
    SECOND_PERSON_DECIDES(
            """
            select a.id::text, a.customer_id, a.kind || ' ' || a.amount || ' is ' || a.status
                || coalesce(', the refund ' || r.status || ' ' || r.amount, '')
                || coalesce(', the pay-out ' || p.status || ' ' || p.amount, '')
                || coalesce(', the transfer ' || t.amount, '')
            from approvals a left join refunds r on r.id = a.refund_id left join payouts p on p.id = a.payout_id
            left join transactions t on t.id = a.transfer_id
            where a.decided_by = a.asked_by
                or a.kind = 'refund' and (a.amount <> r.amount or a.customer_id <> r.customer_id
                    or (a.status = 'waiting') <> (r.status = 'waiting')
                    or (a.status = 'refused') <> (r.status = 'refused'))
                or a.kind = 'payout' and (a.amount <> p.amount or a.customer_id <> p.customer_id
                    or (a.status, p.status) not in (('waiting', 'waiting'), ('refused', 'refused'), ('approved', 'paid')))
                or a.kind = 'adjustment' and a.status = 'approved' and (t.type <> 'adjustment'
                    or a.amount <> case when t.credit_account = a.customer_id then t.amount else -t.amount end)
            union all
            select r.id::text, r.customer_id, 'refund ' || r.status || ' that nobody is asked about'
            from refunds r where r.status in ('waiting', 'refused')
                and not exists (select 1 from approvals a where a.refund_id = r.id)
            union all
            select p.id::text, p.customer_id, 'pay-out ' || p.status || ' that nobody is asked about'
            from payouts p where p.status in ('waiting', 'refused')
                and not exists (select 1 from approvals a where a.payout_id = p.id)"""),
    /** What is paid out leaves the account once, and is taken out of credits that were there. */
    PAYOUT_HAS_ONE_TRANSFER(
            """
            select coalesce(p.id, t.group_id)::text, coalesce(p.customer_id, t.debit_account),
                'pay-out ' || coalesce(p.status || ' ' || p.amount, 'missing') || ', transfers ' || coalesce(t.sum, 0)
                    || ', credit taken ' || coalesce(u.sum, 0)
            from payouts p
            full join (select group_id, sum(amount) as sum, count(*) as count,
                    (array_agg(debit_account))[1] as debit_account, (array_agg(credit_account))[1] as credit_account
                from transactions where type = 'payout' group by group_id) t on t.group_id = p.id
            left join ledger_accounts a on a.id = t.credit_account
            left join (select u.payout_id, sum(u.amount) as sum, bool_and(t.credit_account = o.customer_id) as own
                from payout_uses u join payouts o on o.id = u.payout_id join transactions t on t.id = u.transaction_id
                group by u.payout_id) u on u.payout_id = p.id
            where (p.status = 'paid') is distinct from (t.group_id is not null)
                or t.group_id is not null and (t.count <> 1 or t.sum <> p.amount or t.debit_account <> p.customer_id
                    or a.code is distinct from 'clearing:' || p.method or u.own is distinct from true)
                or coalesce(u.sum, 0) <> case when p.status = 'paid' then p.amount else 0 end"""),
    ALLOCATIONS_WITHIN_INVOICE(
            """
            select i.number, i.customer_id, i.status || ' ' || i.amount || ', allocated ' || coalesce(a.sum, 0)
            from invoices i
            left join (select invoice_id, sum(amount) as sum from allocations group by invoice_id) a on a.invoice_id = i.id
            where coalesce(a.sum, 0) > i.amount
                or i.kind = 'invoice' and (i.status = 'paid') <> (coalesce(a.sum, 0) = i.amount) and i.status <> 'cancelled'"""),
    ALLOCATIONS_WITHIN_CREDIT(
            """
            select t.id::text, x.customer_id, 'credit ' || t.amount || ', allocated ' || x.allocated || ', open ' || x.open
                || ', gone back ' || coalesce(b.sum, 0) || ', paid out ' || coalesce(o.sum, 0)
            from (select transaction_id, (array_agg(customer_id))[1] as customer_id, sum(allocated) as allocated,
                    sum(remaining) as open
                from (select transaction_id, customer_id, amount as allocated, 0 as remaining from allocations
                    union all select transaction_id, customer_id, 0, remaining from open_credits) y
                group by transaction_id) x
            join transactions t on t.id = x.transaction_id
            left join (select payment_id, sum(amount) as sum from refunds
                where status = 'succeeded' group by payment_id) b on b.payment_id = t.payment_id and t.type = 'payment'
            left join (select transaction_id, sum(amount) as sum from payout_uses group by transaction_id) o
                on o.transaction_id = t.id
            where x.allocated + x.open <> greatest(0, t.amount - coalesce(b.sum, 0) - coalesce(o.sum, 0))
                or coalesce(b.sum, 0) > t.amount or coalesce(o.sum, 0) > t.amount or t.credit_account <> x.customer_id"""),
    CREDITS_ARE_KNOWN(
            """
            select t.id::text, t.credit_account, 'credit ' || t.amount || ' is neither open nor allocated'
            from transactions t join ledger_accounts a on a.id = t.credit_account and a.kind = 'customer'
            where not exists (select 1 from open_credits o where o.transaction_id = t.id)
                and not exists (select 1 from allocations x where x.transaction_id = t.id)
                and t.amount > coalesce((select sum(r.amount) from refunds r where r.payment_id = t.payment_id
                        and t.type = 'payment' and r.status = 'succeeded'), 0)
                    + coalesce((select sum(u.amount) from payout_uses u where u.transaction_id = t.id), 0)"""),
    INVOICE_EQUALS_CHARGES(
            """
            select i.number, i.customer_id, i.kind || ' ' || i.amount || ' tax ' || i.tax || ', charges '
                || coalesce(c.sum, 0) || ' tax ' || coalesce(c.tax, 0)
            from invoices i left join (select invoice_id, sum(amount) as sum, sum(tax) as tax
                from charges where invoice_id is not null group by invoice_id) c on c.invoice_id = i.id
            where coalesce(c.sum, 0) <> case i.kind when 'invoice' then i.amount else -i.amount end
                or coalesce(c.tax, 0) <> case i.kind when 'invoice' then i.tax else -i.tax end"""),
    INVOICE_EQUALS_LINES(
            """
            select i.number, i.customer_id, i.kind || ' ' || i.amount || ', lines ' || coalesce(l.sum, 0)
            from invoices i left join lateral (
                select sum((x->>'amount')::numeric) as sum, sum((x->>'tax')::numeric) as tax
                from jsonb_array_elements(i.items) x) l on true
            where coalesce(l.sum, 0) <> case i.kind when 'invoice' then i.amount else -i.amount end
                or coalesce(l.tax, 0) <> case i.kind when 'invoice' then i.tax else -i.tax end"""),
    INVOICE_EQUALS_TRANSFERS(
            """
            select i.number, i.customer_id, 'charged ' || coalesce(c.sum, 0) || ', posted ' || coalesce(t.sum, 0)
            from invoices i
            left join (select invoice_id, sum(amount) as sum from charges
                where invoice_id is not null and not explanation ? 'wait' group by invoice_id) c on c.invoice_id = i.id
            left join (select t.invoice_id, sum(case when a.kind = 'customer' then -t.amount else t.amount end) as sum
                from transactions t join ledger_accounts a on a.id = t.credit_account
                where t.invoice_id is not null group by t.invoice_id) t on t.invoice_id = i.id
            where coalesce(c.sum, 0) <> coalesce(t.sum, 0)"""),
    DAILY_SHARES_EQUAL_TRANSFERS(
            """
            select c.customer_id::text, c.customer_id, 'charged ' || c.sum || ', posted ' || coalesce(t.sum, 0)
            from (select s.customer_id, sum(c.amount) as sum from charges c join subscriptions s on s.id = c.subscription_id
                where c.explanation ? 'wait' group by s.customer_id) c
            left join (select customer, sum(change) as sum from (
                select debit_account as customer, amount as change from transactions where type = 'daily'
                union all select credit_account, -amount from transactions where type = 'daily') x group by customer) t
                on t.customer = c.customer_id
            where c.sum <> coalesce(t.sum, 0)"""),
    /** Service follows money. It names no account: to bill nobody meanwhile would help nobody. */
    NOBODY_IS_PAID_BUT_OFF(
            """
            select c.contract_number, null::uuid, 'off since ' || g.began_on || ', overdue ' || g.debt
            from paid_but_off g join customers c on c.id = g.customer_id"""),
    NOBODY_IS_UNPAID_BUT_ON(
            """
            select c.contract_number, null::uuid, 'due since ' || g.due_date || ', overdue ' || g.debt
            from unpaid_but_on g join customers c on c.id = g.customer_id"""),
    /** The key is the promise: while it is there, no two charges can be the same, and none has to be counted. */
    NO_CHARGE_TWICE(
            """
            select 'charges', null::uuid, 'the key is not there'
            where not exists (select 1 from pg_constraint k join pg_index x on x.indexrelid = k.conindid
                where k.conrelid = 'charges'::regclass and k.contype = 'p' and k.convalidated and x.indisvalid
                    and pg_get_constraintdef(k.oid) = 'PRIMARY KEY (subscription_id, kind, period_start, cause)')"""),
    /**
     * What names the person who made it came into being in exactly one row of the audit trail. Of an import, the rows
     * that it took over belong to the one row of their chunk; what is older than the trail has none. Money that a provider
     * or a bank confirmed is left out: the system may book it long after somebody began it.
     */
    CHANGES_ARE_AUDITED(
            """
            select m.thing, m.customer, 'rows of the trail ' || count(a.id)
            from (select 'payment/' || id as thing, id, customer_id as customer from payments
                    where created_by is not null and method in ('cash', 'balance')
                union all select 'payout/' || id, id, customer_id from payouts
                union all select 'transfer/' || id, id, null from transactions
                    where created_by is not null and type = 'adjustment'
                union all select 'subscription-event/' || e.id, e.id, s.customer_id
                    from subscription_events e join subscriptions s on s.id = e.subscription_id
                    where e.created_by is not null and e.seq > 1
                union all select 'bill-run/' || id, id, customer_id from bill_runs where started_by is not null
                union all select 'import/' || id, id, null from imports where started_by is not null) m
            left join (select l.id, k.thing from audit_log l cross join lateral jsonb_object_keys(l.after) k (thing)
                where l.before -> k.thing is null) a on a.thing = m.thing
            where m.id > (select id from audit_log order by id limit 1)
            group by m.thing, m.customer having count(a.id) <> 1""");

    private static final int AT_MOST = 1000;

    private final String query;

    Invariant(String query) {
        this.query = query;
    }

    /** Stable name: {@code balance-equals-transfers}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What breaks it, at most a thousand rows. */
    public List<Finding> check(Sql sql) {
        return sql.list(
                query.replace("explanation ? ", "explanation ?? ") + " limit " + AT_MOST,
                row -> new Finding(code(), row.getString(1), row.getObject(2, UUID.class), row.getString(3)));
    }
}
