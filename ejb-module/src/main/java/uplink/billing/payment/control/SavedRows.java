package uplink.billing.payment.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import uplink.billing.payment.boundary.SavedMethod;
import uplink.shared.Ids;
import uplink.shared.Sql;

/** Saved cards: one for each customer. The customer is locked by whoever changes them. */
public final class SavedRows {

    private static final String SELECT =
            """
            select id, provider, brand, last4, expires_on, created_at from saved_methods
            where customer_id = ? and removed_at is null""";

    private final Sql sql;

    public SavedRows(Sql sql) {
        this.sql = sql;
    }

    public Optional<SavedMethod> of(UUID customer) {
        return sql.first(SELECT, SavedRows::read, customer);
    }

    /** Keeps a card instead of the one before. */
    public void keep(UUID customer, String provider, SavedCard card, Instant now) {
        if (sql.number("select count(*) from saved_methods where provider = ? and token = ?", provider, card.token())
                > 0) {
            return;
        }
        remove(customer, now);
        sql.update(
                """
                insert into saved_methods (id, customer_id, provider, token, brand, last4, expires_on, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                Ids.next(),
                customer,
                provider,
                card.token(),
                card.brand(),
                card.last4(),
                card.expiresOn(),
                now);
    }

    /** Forgets the token, so that nobody can charge it any more. Tells whether there was one. */
    public boolean remove(UUID customer, Instant now) {
        return sql.update(
                        """
                        update saved_methods set token = null, removed_at = ?
                        where customer_id = ? and removed_at is null""",
                        now,
                        customer)
                > 0;
    }

    private static SavedMethod read(ResultSet row) throws SQLException {
        Timestamp saved = row.getTimestamp(6);
        return new SavedMethod(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                saved.toInstant());
    }
}
