package uplink.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import uplink.bench.meter.Meter;

/** A PostgreSQL of our own with the settings of the product's embedded one, durable commits included. */
public final class Cluster implements AutoCloseable {
    static final String OWNER = "uplink_owner";
    static final String APPLICATION = "uplink_app";

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", "120"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("effective_cache_size", "1GB"),
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "128MB"),
            Map.entry("max_wal_size", "4GB"),
            Map.entry("checkpoint_completion_target", "0.9"),
            Map.entry("wal_compression", "on"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("max_locks_per_transaction", "256"));

    private final EmbeddedPostgres postgres;
    private final long postmaster;

    private Cluster(EmbeddedPostgres postgres, long postmaster) {
        this.postgres = postgres;
        this.postmaster = postmaster;
    }

    /** Starts it on an empty directory and makes the roles. */
    public static Cluster start(Path directory) throws SQLException {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(true)
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("locale", "C.UTF-8");
            SETTINGS.forEach(builder::setServerConfig);
            EmbeddedPostgres postgres = builder.start();
            long pid = Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid"))
                    .get(0)
                    .trim());
            Cluster cluster = new Cluster(postgres, pid);
            cluster.administer("create role " + OWNER + " login", "create role " + APPLICATION + " login");
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a database with the product's schema and nothing in it. */
    public void createWithSchema(String name) throws SQLException {
        administer("create database " + name + " owner " + OWNER);
        Flyway.configure()
                .dataSource(owner(name))
                .placeholders(Map.of("appRole", APPLICATION))
                .load()
                .migrate();
    }

    /** Makes a database as a copy of another one, to which nobody may be connected. */
    public void copy(String template, String name) throws SQLException {
        administer("create database " + name + " template " + template + " owner " + OWNER + " strategy file_copy");
    }

    public void drop(String name) throws SQLException {
        administer("drop database if exists " + name + " with (force)");
    }

    /** As the application, with the application's rights and driver settings. */
    public DataSource application(String name) {
        return postgres.getDatabase(APPLICATION, name, Map.of("reWriteBatchedInserts", "true"));
    }

    /** As the schema's owner. */
    public DataSource owner(String name) {
        return postgres.getDatabase(OWNER, name);
    }

    /** As PostgreSQL's administrator. */
    public DataSource superuser(String name) {
        return postgres.getDatabase("postgres", name);
    }

    public Meter meter() {
        return new Meter(postgres.getPostgresDatabase(), postmaster);
    }

    private void administer(String... statements) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
