package uplink.billing.ledger.control;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.boundary.Balance;
import uplink.billing.ledger.boundary.HouseBalance;
import uplink.billing.ledger.boundary.LedgerEntry;
import uplink.billing.ledger.boundary.TransferType;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Reads the ledger. */
public final class LedgerRows {

    /** One index for debits, one for credits: each gives its newest, and the newest of both are wanted. */
    private static final String ENTRIES =
            """
            select t.id, t.type, case when t.credit_account = ? then t.amount else -t.amount end, c.currency,
                coalesce(a.code, 'customer'), t.effective_on, t.reason, t.invoice_id, i.number, t.payment_id, t.group_id,
                t.created_at
            from (
                (select * from transactions where credit_account = ? and (?::uuid is null or id < ?)
                    order by id desc limit ?)
                union all
                (select * from transactions where debit_account = ? and (?::uuid is null or id < ?)
                    order by id desc limit ?)) t
            join customers c on c.id = ?
            join ledger_accounts a on a.id = case when t.credit_account = c.id then t.debit_account else t.credit_account end
            left join invoices i on i.id = t.invoice_id
            order by t.id desc limit ? offset ?""";

    private final Sql sql;

    public LedgerRows(Sql sql) {
        this.sql = sql;
    }

    /** A customer's transfers, newest first. */
    public List<LedgerEntry> entries(UUID customer, @Nullable UUID before, int limit, int offset) {
        int reach = limit + offset;
        return sql.list(
                ENTRIES,
                LedgerRows::entry,
                customer,
                customer,
                before,
                before,
                reach,
                customer,
                before,
                before,
                reach,
                customer,
                limit,
                offset);
    }

    public long count(UUID customer) {
        return sql.number(
                """
                select (select count(*) from transactions where credit_account = ?)
                    + (select count(*) from transactions where debit_account = ?)""",
                customer,
                customer);
    }

    public Optional<LedgerEntry> entry(UUID customer, UUID transfer) {
        return entries(customer, null, 100, 0).stream()
                .filter(entry -> entry.id().equals(transfer))
                .findFirst();
    }

    static LedgerEntry entry(ResultSet row) throws SQLException {
        return new LedgerEntry(
                row.getObject(1, UUID.class),
                Coded.of(TransferType.class, row.getString(2)),
                row.getBigDecimal(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                row.getString(7),
                row.getObject(8, UUID.class),
                row.getString(9),
                row.getObject(10, UUID.class),
                row.getObject(11, UUID.class),
                row.getTimestamp(12).toInstant());
    }

    public Optional<Balance> balance(UUID customer, LocalDate today) {
        return sql.first(
                """
                select c.id, c.balance, c.credit_limit, c.currency, count(o.due), coalesce(sum(o.due), 0.00),
                    coalesce(sum(o.due) filter (where o.due_date < ?), 0.00), min(o.due_date)
                from customers c left join lateral (
                    select i.due_date, i.amount - coalesce((select sum(a.amount) from allocations a
                        where a.invoice_id = i.id), 0) as due
                    from invoices i where i.customer_id = c.id and i.status in ('pending', 'overdue')) o on true
                where c.id = ? group by c.id""",
                row -> new Balance(
                        row.getObject(1, UUID.class),
                        row.getBigDecimal(2),
                        row.getBigDecimal(3),
                        row.getBigDecimal(6),
                        row.getBigDecimal(7),
                        row.getString(4),
                        row.getInt(5),
                        row.getObject(8, LocalDate.class)),
                today,
                customer);
    }

    /** Snapshots of whole days and what came after the last of them. */
    public List<HouseBalance> house() {
        return sql.list(
                """
                with last as (select coalesce(max(day) + 1, '1970-01-01') as day from ledger_snapshots),
                since as (
                    select a.id,
                        (select coalesce(sum(t.amount), 0) from transactions t
                            where t.debit_account = a.id and t.id >= uuid7_floor(l.day::timestamp at time zone 'UTC')) as debits,
                        (select coalesce(sum(t.amount), 0) from transactions t
                            where t.credit_account = a.id and t.id >= uuid7_floor(l.day::timestamp at time zone 'UTC')) as credits
                    from ledger_accounts a cross join last l where a.kind <> 'customer'),
                before as (
                    select account_id, sum(debits) as debits, sum(credits) as credits
                    from ledger_snapshots group by account_id)
                select a.code, a.kind, s.debits + coalesce(b.debits, 0.00), s.credits + coalesce(b.credits, 0.00), a.currency
                from since s join ledger_accounts a on a.id = s.id left join before b on b.account_id = s.id
                order by a.id""",
                row -> {
                    BigDecimal debits = row.getBigDecimal(3);
                    BigDecimal credits = row.getBigDecimal(4);
                    return new HouseBalance(
                            row.getString(1),
                            row.getString(2),
                            debits,
                            credits,
                            credits.subtract(debits),
                            row.getString(5));
                });
    }

    /** Adds up the house accounts for each whole day (of the ids, in UTC) that has no snapshot yet, up to yesterday. */
    public int snapshot(LocalDate yesterday) {
        return sql.update(
                """
                insert into ledger_snapshots (account_id, day, debits, credits)
                select x.account, (to_timestamp(('x' || left(replace(x.id::text, '-', ''), 12))::bit(48)::bigint / 1000.0)
                        at time zone 'UTC')::date as day,
                    sum(case when x.side = 'd' then x.amount else 0 end), sum(case when x.side = 'c' then x.amount else 0 end)
                from (
                    select t.debit_account as account, t.id, t.amount, 'd' as side from transactions t
                        join ledger_accounts a on a.id = t.debit_account and a.kind <> 'customer'
                        where t.id >= (select uuid7_floor(coalesce(max(day) + 1, '1970-01-01')::timestamp at time zone 'UTC')
                            from ledger_snapshots)
                    union all
                    select t.credit_account, t.id, t.amount, 'c' from transactions t
                        join ledger_accounts a on a.id = t.credit_account and a.kind <> 'customer'
                        where t.id >= (select uuid7_floor(coalesce(max(day) + 1, '1970-01-01')::timestamp at time zone 'UTC')
                            from ledger_snapshots)) x
                where x.id < uuid7_floor((?::date + 1)::timestamp at time zone 'UTC')
                group by 1, 2""",
                yesterday);
    }
}
