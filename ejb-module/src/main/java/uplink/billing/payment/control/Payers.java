package uplink.billing.payment.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import uplink.shared.Sql;

/**
 * Finds who is paid for by a number that somebody typed or quoted. Keypads have digits only, and people leave out the
 * zeros: so a bare number is also looked for as the series of contracts writes it.
 */
public final class Payers {

    /** @param number of the contract that was found */
    public record Payer(UUID customerId, String number, String name, boolean closed) {}

    private Payers() {}

    /** The customer with a contract of that number, in either case of letters. */
    public static Optional<Payer> byNumber(Sql sql, String typed) {
        String number = typed.strip();
        Optional<Payer> exact = find(sql, number);
        return exact.isPresent() || !number.matches("[0-9]{1,18}") ? exact : find(sql, inSeries(sql, number));
    }

    /** A bare number with the prefix and the zeros of the series. */
    private static String inSeries(Sql sql, String digits) {
        String bare = digits.replaceFirst("^0+(?=.)", "");
        return sql.first(
                        """
                        select prefix || lpad(?, greatest(width, length(?)), '0') from number_series
                        where series = 'contract'""",
                        row -> row.getString(1),
                        bare,
                        bare)
                .orElseThrow();
    }

    private static Optional<Payer> find(Sql sql, String number) {
        String upper = number.toUpperCase(Locale.ROOT);
        return sql.first(
                """
                select c.id, k.number, c.full_name, c.status = 'closed' from (
                    select number, customer_id from contracts where upper(number) = ?
                    union all select contract_number, id from customers where contract_number in (?, ?)) k
                join customers o on o.id = k.customer_id join customers c on c.id = coalesce(o.merged_into, o.id) limit 1""",
                Payers::payer,
                upper,
                upper,
                number);
    }

    private static Payer payer(ResultSet row) throws SQLException {
        return new Payer(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getBoolean(4));
    }
}
