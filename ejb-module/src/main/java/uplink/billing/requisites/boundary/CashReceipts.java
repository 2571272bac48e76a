package uplink.billing.requisites.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.requisites.control.RequisiteRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Money;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.SumInWords;

/** Receipts for cash that was taken. */
@Stateless
@Allowed(Permission.PAYMENT_READ)
public class CashReceipts {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    /** Of a payment in cash; {@code not-found} for any other. */
    public CashReceipt get(UUID payment, Locale reader) {
        Sql sql = Sql.in(database);
        Requisites payee = new RequisiteRows(sql).find().orElse(null);
        return sql.first(
                        """
                        select p.id, p.confirmed_at, p.amount, p.currency, c.id, c.full_name, c.contract_number, p.comment,
                            u.full_name
                        from payments p join customers c on c.id = p.customer_id left join users u on u.id = p.created_by
                        where p.id = ? and p.method = 'cash' and p.status = 'succeeded'""",
                        row -> receipt(row, payee, reader),
                        payment)
                .orElseThrow(BusinessException::notFound);
    }

    private static CashReceipt receipt(ResultSet row, @Nullable Requisites payee, Locale reader) throws SQLException {
        return new CashReceipt(
                row.getObject(1, UUID.class),
                row.getTimestamp(2).toInstant(),
                row.getBigDecimal(3),
                row.getString(4),
                SumInWords.of(Money.of(row.getBigDecimal(3), row.getString(4)), reader),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                payee);
    }
}
