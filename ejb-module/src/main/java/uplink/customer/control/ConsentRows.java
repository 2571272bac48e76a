package uplink.customer.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uplink.customer.boundary.Consent;
import uplink.customer.boundary.ConsentKind;
import uplink.customer.boundary.ConsentSource;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Table {@code consents}. */
public final class ConsentRows {

    private static final String COLUMNS =
            "select id, customer_id, kind, given_on, source, withdrawn_on, withdrawn_source from consents";

    private final Sql sql;

    public ConsentRows(Sql sql) {
        this.sql = sql;
    }

    /** Newest first. */
    public List<Consent> ofCustomer(UUID customer) {
        return sql.list(COLUMNS + " where customer_id = ? order by id desc", ConsentRows::consent, customer);
    }

    public Optional<Consent> find(UUID customer, UUID id) {
        return sql.first(COLUMNS + " where customer_id = ? and id = ?", ConsentRows::consent, customer, id);
    }

    /** Tells whether none of that kind was in force. */
    public boolean add(UUID customer, UUID id, ConsentKind kind, LocalDate on, ConsentSource source, Instant now) {
        return sql.update(
                        """
                        insert into consents (id, customer_id, kind, given_on, source, created_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""",
                        id,
                        customer,
                        kind.code(),
                        on,
                        source.code(),
                        now)
                > 0;
    }

    public void withdraw(UUID id, LocalDate on, ConsentSource source) {
        sql.update(
                "update consents set withdrawn_on = ?, withdrawn_source = ?, version = version + 1 where id = ?",
                on,
                source.code(),
                id);
    }

    private static Consent consent(ResultSet row) throws SQLException {
        String by = row.getString(7);
        return new Consent(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Coded.of(ConsentKind.class, row.getString(3)),
                row.getObject(4, LocalDate.class),
                Coded.of(ConsentSource.class, row.getString(5)),
                row.getObject(6, LocalDate.class),
                by == null ? null : Coded.of(ConsentSource.class, by));
    }
}
