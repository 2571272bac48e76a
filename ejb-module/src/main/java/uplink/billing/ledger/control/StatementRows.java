package uplink.billing.ledger.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uplink.billing.ledger.boundary.AccountMovement;
import uplink.billing.ledger.boundary.AccountStatement;
import uplink.billing.ledger.boundary.TransferType;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Reads what moved on an account, by the days on which it counts. */
public final class StatementRows {

    /** Each account has an index for its debits and one for its credits. */
    private static final String MOVED =
            """
            (select t.*, t.amount as change from transactions t where t.credit_account = ?
             union all select t.*, -t.amount from transactions t where t.debit_account = ?) t""";

    private final Sql sql;

    public StatementRows(Sql sql) {
        this.sql = sql;
    }

    /** Of the days from the first until the day before {@code to}; empty: there is no such customer. */
    public Optional<AccountStatement> of(UUID customer, LocalDate from, LocalDate to) {
        List<AccountMovement> movements = movements(customer, from, to);
        return sql.first(
                "select (select coalesce(sum(t.change), 0.00) from " + MOVED
                        + " where t.effective_on < ?), c.currency from customers c where c.id = ?",
                row -> new AccountStatement(from, to, row.getBigDecimal(1), movements, row.getString(2)),
                customer,
                customer,
                from,
                customer);
    }

    private List<AccountMovement> movements(UUID customer, LocalDate from, LocalDate to) {
        return sql.list(
                """
                select t.effective_on, t.kind, sum(t.change), i.number, i.issued_on
                from (select t.*, case t.type when 'tax' then 'invoice' else t.type end as kind from """
                        + " " + MOVED
                        + """
                         where t.effective_on >= ? and t.effective_on < ?) t
                left join invoices i on i.id = t.invoice_id
                group by t.effective_on, t.kind, t.group_id, i.id, i.number, i.issued_on having sum(t.change) <> 0
                order by t.effective_on, min(t.id::text)""",
                row -> new AccountMovement(
                        row.getObject(1, LocalDate.class),
                        Coded.of(TransferType.class, row.getString(2)),
                        row.getBigDecimal(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class)),
                customer,
                customer,
                from,
                to);
    }
}
