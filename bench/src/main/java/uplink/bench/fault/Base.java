package uplink.bench.fault;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import uplink.bench.Provider;

/**
 * The system's database: filled once, kept as a template, and put back as it was before every run. The application
 * stays up meanwhile and sees nothing but broken connections.
 */
public final class Base {
    private static final String LIVE = "uplink";
    private static final String KEPT = "uplink_base";

    private final LiveSystem system;

    public Base(LiveSystem system) {
        this.system = system;
    }

    /** The live database as its owner. */
    public DataSource live() {
        return dataSource(LIVE, "uplink_owner", "db-owner");
    }

    /** Adds the provider's subscriptions to what is there and remembers the state. */
    public void make(Provider provider) throws SQLException {
        provider.create(live());
        keep();
    }

    /** Remembers the state as it is now. */
    public void keep() throws SQLException {
        administer("drop database if exists " + KEPT);
        replace(LIVE, KEPT);
    }

    /** Puts the remembered state back. */
    public void restore() throws SQLException {
        administer("drop database if exists " + LIVE + " with (force)");
        replace(KEPT, LIVE);
        administer(
                "revoke all on database " + LIVE + " from public",
                "grant connect, temporary on database " + LIVE + " to uplink_app");
    }

    /** Keeps new events out of the relay's sight until the base is put back. */
    public void holdEvents() throws SQLException {
        own(
                "create table held_events (like outbox)",
                "create function hold_event() returns trigger language plpgsql security definer as $$"
                        + " begin insert into public.held_events values (new.*); return null; end $$",
                "create trigger hold before insert on outbox for each row execute function hold_event()");
    }

    /** Lets the database remember when each transaction was committed, and starts it again for that. */
    public void rememberCommits() throws SQLException {
        administer("alter system set track_commit_timestamp = on");
        system.kill("postgres");
        Wait.until(
                () -> Queries.texts(live(), "show track_commit_timestamp").equals(List.of("on")),
                Duration.ofMinutes(2),
                () -> "the database to be back");
    }

    private void own(String... statements) throws SQLException {
        execute(live(), statements);
    }

    private void replace(String from, String to) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                // the application reconnects at once; only an empty house can be copied
                administer(
                        "alter database " + from + " allow_connections false",
                        "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '" + from + "'",
                        "create database " + to + " template " + from + " owner uplink_owner strategy file_copy");
                return;
            } catch (SQLException e) {
                if (attempt == 10) {
                    throw e;
                }
            } finally {
                administer("alter database " + from + " allow_connections true");
            }
        }
    }

    private void administer(String... statements) throws SQLException {
        execute(dataSource("postgres", "postgres", "db-superuser"), statements);
    }

    private static void execute(DataSource database, String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private DataSource dataSource(String database, String user, String secret) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + system.servicePort("postgres") + "/" + database);
        source.setUser(user);
        source.setPassword(system.secret(secret).value());
        return source;
    }
}
