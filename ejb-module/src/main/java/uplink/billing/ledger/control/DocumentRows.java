package uplink.billing.ledger.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uplink.billing.ledger.boundary.Allocation;
import uplink.billing.ledger.boundary.LedgerEntry;
import uplink.billing.ledger.boundary.TransferType;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Reads what became of one invoice or credit note in the ledger. */
public final class DocumentRows {

    private static final String ALLOCATIONS =
            """
            select t.id, t.type, t.effective_on, t.amount, a.amount, i.currency, t.payment_id, p.method,
                n.id, n.number, t.reason, i.id, i.number, a.created_at
            from allocations a
            join transactions t on t.id = a.transaction_id
            join invoices i on i.id = a.invoice_id
            left join invoices n on n.id = t.invoice_id and n.kind = 'credit-note'
            left join payments p on p.id = t.payment_id
            where\s""";

    /** Found among the customer's transfers, which have an index; {@code invoice_id} has none. */
    private static final String TRANSFERS =
            """
            select t.id, t.type, case when t.credit_account = c.customer_id then t.amount else -t.amount end, c.currency,
                coalesce(a.code, 'customer'), t.effective_on, t.reason, t.invoice_id, c.number, t.payment_id, t.group_id,
                t.created_at
            from invoices c
            join lateral (
                select * from transactions where debit_account = c.customer_id and invoice_id = c.id
                union all
                select * from transactions where credit_account = c.customer_id and invoice_id = c.id) t on true
            join ledger_accounts a on a.id = case when t.credit_account = c.customer_id then t.debit_account
                else t.credit_account end
            where c.id = ? order by t.id""";

    /** A credit note's transfers are among its customer's, which have an index; {@code invoice_id} has none. */
    private static final String OF_CREDIT_NOTE =
            """
            a.transaction_id in (select x.id from transactions x join invoices c on c.id = ?
                where x.credit_account = c.customer_id and x.invoice_id = c.id)""";

    /** Likewise a payment's, which are not older than it. */
    private static final String OF_PAYMENT =
            """
            a.transaction_id in (select x.id from transactions x join payments p on p.id = ?
                where x.credit_account = p.customer_id and x.id >= p.id and x.payment_id = p.id)""";

    private static final String PAYMENT_TRANSFERS =
            """
            select t.id, t.type, case when t.credit_account = p.customer_id then t.amount else -t.amount end, p.currency,
                coalesce(a.code, 'customer'), t.effective_on, t.reason, t.invoice_id, null::text, t.payment_id,
                t.group_id, t.created_at
            from payments p
            join lateral (
                select * from transactions where debit_account = p.customer_id and id >= p.id and payment_id = p.id
                union all
                select * from transactions where credit_account = p.customer_id and id >= p.id and payment_id = p.id) t
                on true
            join ledger_accounts a on a.id = case when t.credit_account = p.customer_id then t.debit_account
                else t.credit_account end
            where p.id = ? order by t.id""";

    private final Sql sql;

    public DocumentRows(Sql sql) {
        this.sql = sql;
    }

    /** Refused with {@code not-found}. */
    public void requireInvoice(UUID id) {
        if (sql.number("select count(*) from invoices where id = ?", id) == 0) {
            throw BusinessException.notFound();
        }
    }

    /** The transfers that an invoice or a credit note posted, oldest first. */
    public List<LedgerEntry> transfers(UUID invoice) {
        return sql.list(TRANSFERS, LedgerRows::entry, invoice);
    }

    /** The credits that went to an invoice, oldest first. */
    public List<Allocation> settling(UUID invoice) {
        return sql.list(
                ALLOCATIONS + "a.invoice_id = ? order by a.created_at, t.id", DocumentRows::allocation, invoice);
    }

    /** The invoices that a credit note went to, oldest first. */
    public List<Allocation> settledBy(UUID creditNote) {
        return sql.list(ALLOCATIONS + OF_CREDIT_NOTE + " order by i.id, t.id", DocumentRows::allocation, creditNote);
    }

    /** The invoices that a payment went to, oldest first. */
    public List<Allocation> settledByPayment(UUID payment) {
        return sql.list(ALLOCATIONS + OF_PAYMENT + " order by i.id, t.id", DocumentRows::allocation, payment);
    }

    /** The transfers that a payment posted, oldest first. */
    public List<LedgerEntry> transfersOfPayment(UUID payment) {
        return sql.list(PAYMENT_TRANSFERS, LedgerRows::entry, payment);
    }

    private static Allocation allocation(ResultSet row) throws SQLException {
        return new Allocation(
                row.getObject(1, UUID.class),
                Coded.of(TransferType.class, row.getString(2)),
                row.getObject(3, LocalDate.class),
                row.getBigDecimal(4),
                row.getBigDecimal(5),
                row.getString(6),
                row.getObject(7, UUID.class),
                row.getString(8),
                row.getObject(9, UUID.class),
                row.getString(10),
                row.getString(11),
                row.getObject(12, UUID.class),
                row.getString(13),
                row.getTimestamp(14).toInstant());
    }
}
