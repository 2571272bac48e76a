package uplink.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL with the real schema, started once for the test JVM. Tests make their own rows. */
public final class Database {

    private static final EmbeddedPostgres POSTGRES = start();

    private Database() {}

    /** As the schema's owner. */
    public static DataSource owner() {
        return POSTGRES.getDatabase("uplink_owner", "uplink");
    }

    /** As the application, with the application's rights only. */
    public static DataSource app() {
        return POSTGRES.getDatabase("uplink_app", "uplink");
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_locks_per_transaction", "256")
                    .start();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create role uplink_owner login");
                statement.execute("create role uplink_app login");
                statement.execute("create database uplink owner uplink_owner");
            }
            Flyway.configure()
                    .dataSource(postgres.getDatabase("uplink_owner", "uplink"))
                    .placeholders(Map.of("appRole", "uplink_app"))
                    .load()
                    .migrate();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
