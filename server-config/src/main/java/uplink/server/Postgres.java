package uplink.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The embedded PostgreSQL: a process of its own on the loopback address, its files kept in {@code DATA/postgres}. */
final class Postgres {
    static final String NAME = "postgres";
    private static final String SUPERUSER = "postgres";
    private static final String SUPERUSER_SECRET = "db-superuser";
    private static final String OWNER = "uplink_owner";
    private static final String APPLICATION = "uplink_app";
    private static final Duration START = Duration.ofSeconds(60);

    /** Runs the server and ends it ("fast", no waiting for clients) when the supervisor asks or is gone. */
    private static final String GUARD =
            """
            exec 3<&0
            "$@" </dev/null 3<&- & server=$!
            trap 'kill -INT $server 2>/dev/null' TERM INT HUP
            ( read -r _ <&3; kill -INT $server 2>/dev/null ) & guard=$!
            exec 3<&-
            while kill -0 $server 2>/dev/null; do wait $server; code=$?; done
            kill $guard 2>/dev/null
            exit $code
            """;

    private final DataDirectory data;
    private final PostgresFiles files;
    private final int port;
    private final String superPassword;

    Postgres(DataDirectory data, Path server, int port) {
        this.data = data;
        this.files = new PostgresFiles(data, server);
        this.port = port;
        this.superPassword = data.secrets().password(SUPERUSER_SECRET);
    }

    DatabaseAccess access() {
        return new DatabaseAccess(
                url("uplink"),
                APPLICATION,
                data.secrets().password("db-application"),
                OWNER,
                data.secrets().password("db-owner"));
    }

    /** Starts the server and waits until it answers. A database that was not shut down recovers here by itself. */
    Child start() {
        files.create(SUPERUSER, data.secrets().directory().resolve(SUPERUSER_SECRET));
        Postmaster.of(data).end();
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", GUARD, "guard"));
        command.addAll(files.serverProgram(port));
        Child child = Child.start(data, NAME, command, environment());
        return child.orEnd(() -> await(child));
    }

    /** Makes the roles and the database when they are missing and gives the roles their passwords. */
    void prepare() {
        DatabaseAccess access = access();
        try (Connection connection = superConnection();
                Statement sql = connection.createStatement()) {
            role(sql, access.owner(), access.ownerPassword());
            role(sql, access.user(), access.password());
            if (!exists(sql, "select from pg_database where datname = 'uplink'")) {
                sql.execute("create database uplink owner " + OWNER);
            }
            sql.execute("revoke all on database uplink from public");
            sql.execute("grant connect, temporary on database uplink to " + APPLICATION);
        } catch (SQLException e) {
            throw new StartFailure("The database roles cannot be prepared: " + e.getMessage(), e);
        }
    }

    private void role(Statement sql, String name, String password) throws SQLException {
        boolean known = exists(sql, "select from pg_roles where rolname = '" + name + "'");
        // generated in hexadecimal: there is nothing to quote
        sql.execute((known ? "alter" : "create") + " role " + name + " login password '" + password + "'");
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            return rows.next();
        }
    }

    private void await(Child child) {
        long deadline = System.nanoTime() + START.toNanos();
        while (true) {
            try (Connection connection = superConnection()) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException e) {
                if (!child.isAlive()) {
                    throw new StartFailure(
                            "PostgreSQL did not start:\n" + String.join("\n", LogExcerpt.end(child.tail())), e);
                }
                if (System.nanoTime() > deadline) {
                    throw new StartFailure("PostgreSQL does not answer: " + e.getMessage(), e);
                }
            }
            Pause.millis(50);
        }
    }

    private Connection superConnection() throws SQLException {
        return DriverManager.getConnection(url("postgres") + "?connectTimeout=5", SUPERUSER, superPassword);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static Map<String, String> environment() {
        return Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8", "TZ", "UTC");
    }
}
