package uplink.document.control;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.BusinessException;
import uplink.shared.Sql;

/** What papers say besides what boundaries tell. */
final class DraftRows {

    /**
     * About money that came.
     *
     * @param invoice number of the invoice that it named
     * @param cashier who took cash
     * @param reversed it turned out never to have come
     */
    record Taken(@Nullable String invoice, @Nullable String cashier, boolean reversed) {}

    /** How to reach a customer. */
    record Contact(@Nullable String phone, @Nullable String email, String currency) {}

    private final Sql sql;

    DraftRows(Sql sql) {
        this.sql = sql;
    }

    Taken taken(UUID payment) {
        return sql.first(
                        """
                        select i.number, case when p.method = 'cash' then u.full_name end,
                            exists (select from transactions t where t.debit_account = p.customer_id and t.id >= p.id
                                and t.payment_id = p.id and t.type = 'reversal')
                        from payments p left join invoices i on i.id = p.invoice_id left join users u on u.id = p.created_by
                        where p.id = ?""",
                        row -> new Taken(row.getString(1), row.getString(2), row.getBoolean(3)),
                        payment)
                .orElseThrow(BusinessException::notFound);
    }

    Contact contact(UUID customer) {
        return sql.first(
                        "select phone, email, currency from customers where id = ?",
                        row -> new Contact(row.getString(1), row.getString(2), row.getString(3)),
                        customer)
                .orElseThrow(BusinessException::notFound);
    }

    Optional<UUID> customer(String contractNumber) {
        return id(
                "select c.id from customers c where c.contract_number = ? union all select k.customer_id from contracts k where k.number = ?",
                contractNumber,
                contractNumber);
    }

    Optional<UUID> contract(String number) {
        return id("select id from contracts where number = ?", number);
    }

    /** The newest by which money came. */
    Optional<UUID> payment(UUID customer) {
        return id(
                """
                select id from payments where customer_id = ? and status = 'succeeded' and method <> 'balance'
                order by id desc limit 1""",
                customer);
    }

    private Optional<UUID> id(String query, Object... parameters) {
        return sql.first(query, row -> row.getObject(1, UUID.class), parameters);
    }
}
