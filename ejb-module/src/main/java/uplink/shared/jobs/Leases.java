package uplink.shared.jobs;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import uplink.shared.Ids;
import uplink.shared.Sql;

/**
 * Leases in the database: one holder at a time over all nodes. They live by the database's clock, which all nodes
 * share. Acquire, renew and release outside a transaction; {@link #requireToken} inside the one it protects.
 */
@ApplicationScoped
public class Leases {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    protected Leases() {}

    public Leases(DataSource database) {
        this.database = database;
    }

    /** Takes the lease when nobody holds it or the holder's time is over; empty when somebody does. */
    public Optional<Lease> acquire(String name, Duration term) {
        String holder = Ids.next().toString();
        return Sql.in(database)
                .first(
                        """
                        insert into leases (name, holder, token, expires_at)
                        values (?, ?, 1, clock_timestamp() + ? * interval '1 ms')
                        on conflict (name) do update
                        set holder = excluded.holder, token = leases.token + 1, expires_at = excluded.expires_at
                        where leases.expires_at <= clock_timestamp()
                        returning token""",
                        row -> new Lease(name, holder, row.getLong(1)),
                        name,
                        holder,
                        term.toMillis());
    }

    /** Holds on for another term; false when somebody else took over in the meantime. */
    public boolean renew(Lease lease, Duration term) {
        return Sql.in(database)
                        .update(
                                """
                                update leases set expires_at = clock_timestamp() + ? * interval '1 ms'
                                where name = ? and token = ? and holder = ?""",
                                term.toMillis(),
                                lease.name(),
                                lease.token(),
                                lease.holder())
                == 1;
    }

    /** Gives the lease back. The row stays, so that tokens keep growing. */
    public void release(Lease lease) {
        Sql.in(database)
                .update(
                        "update leases set expires_at = '-infinity' where name = ? and token = ? and holder = ?",
                        lease.name(),
                        lease.token(),
                        lease.holder());
    }

    /**
     * Fences a write: call it first in the transaction that writes. Nobody can take the lease over until that
     * transaction ends, because the row stays share-locked.
     *
     * @throws LeaseLostException when the token is not the current one
     */
    public static void requireToken(Connection connection, String name, long token) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select 1 from leases where name = ? and token = ? for share")) {
            statement.setString(1, name);
            statement.setLong(2, token);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new LeaseLostException(name, token);
                }
            }
        }
    }
}
