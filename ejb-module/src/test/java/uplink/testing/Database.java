package uplink.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL with the real schema, started once for the test JVM. Tests make their own rows. */
public final class Database {

    private static final String SHARED = "uplink";
    private static final AtomicInteger CLONES = new AtomicInteger();
    private static final EmbeddedPostgres POSTGRES = start();

    /** As in the product: a connection that is made anew for each transaction costs more than most of them do. */
    private static final Map<String, HikariDataSource> POOLS = new ConcurrentHashMap<>();

    private static volatile String current = SHARED;

    private Database() {}

    /** As the schema's owner. */
    public static DataSource owner() {
        return pool("uplink_owner", current);
    }

    /** As the application, with the application's rights only. */
    public static DataSource app() {
        return pool("uplink_app", current);
    }

    private static DataSource pool(String role, String database) {
        return POOLS.computeIfAbsent(role + "@" + database, key -> {
            HikariConfig config = new HikariConfig();
            config.setPoolName(key);
            config.setDataSource(POSTGRES.getDatabase(role, database));
            config.setMaximumPoolSize(140); // for a race of 64 that takes two each; the server has 300
            config.setMinimumIdle(0);
            config.setInitializationFailTimeout(-1);
            return new HikariDataSource(config);
        });
    }

    /** As the superuser of the current database. */
    static DataSource superuser() {
        return POSTGRES.getDatabase("postgres", current);
    }

    /** A database that no other test has touched, until {@link #rejoin}. For tests that judge all rows there are. */
    public static void isolate() {
        String fresh = "uplink_" + CLONES.incrementAndGet();
        // files are copied five times as fast as they are written through the log
        superuser("create database " + fresh + " template uplink_clean strategy file_copy owner uplink_owner");
        current = fresh;
    }

    /** Back to the database that the other tests share. */
    public static void rejoin() {
        String left = current;
        current = SHARED;
        if (!left.equals(SHARED)) {
            POOLS.entrySet().removeIf(pool -> {
                boolean its = pool.getKey().endsWith("@" + left);
                if (its) {
                    pool.getValue().close();
                }
                return its;
            });
        }
    }

    /** As the superuser of the current database, with all triggers off: what somebody could do who has the machine. */
    public static void tamper(String... commands) {
        try (Connection connection = superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void superuser(String... commands) {
        superuser(POSTGRES, commands);
    }

    private static void superuser(EmbeddedPostgres postgres, String... commands) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres start() {
        // tests cut connections: none is handed out unasked, however young it is
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "0");
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_locks_per_transaction", "256")
                    .start();
            superuser(
                    postgres,
                    "create role uplink_owner login",
                    "create role uplink_app login",
                    "create database uplink_clean owner uplink_owner");
            Flyway.configure()
                    .dataSource(postgres.getDatabase("uplink_owner", "uplink_clean"))
                    .placeholders(Map.of("appRole", "uplink_app"))
                    .load()
                    .migrate();
            superuser(postgres, "create database uplink template uplink_clean owner uplink_owner");
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
