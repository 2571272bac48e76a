package uplink.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The embedded PostgreSQL: a process of its own on the loopback address, its files kept in {@code DATA/postgres}. */
final class Postgres {
    static final String NAME = "postgres";
    private static final String SUPERUSER = "postgres";
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
    private final Path server;
    private final int port;
    private final String superPassword;

    Postgres(DataDirectory data, Path server, int port) {
        this.data = data;
        this.server = server;
        this.port = port;
        this.superPassword = data.secrets().password("db-superuser");
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
        if (!Files.exists(data.postgres().resolve("PG_VERSION"))) {
            create();
        }
        endLeftover();
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", GUARD, "guard"));
        command.addAll(program("postgres", "-D", data.postgres().toString(), "-p", Integer.toString(port)));
        Child child = Child.start(data, NAME, command, environment());
        await(child);
        return child;
    }

    /**
     * Ends a server that lost its guard: its own lock file names it. Without that the next start would be refused
     * until somebody looked into the data directory.
     */
    private void endLeftover() {
        Path lock = data.postgres().resolve("postmaster.pid");
        try {
            if (Files.exists(lock)) {
                long pid = Long.parseLong(Files.readAllLines(lock).get(0).trim());
                ProcessHandle.of(pid)
                        .filter(process -> process.info()
                                .commandLine()
                                .orElse("")
                                .contains(data.postgres().toString()))
                        .ifPresent(Postgres::shutDownFast);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void shutDownFast(ProcessHandle server) {
        try {
            new ProcessBuilder("/bin/kill", "-INT", Long.toString(server.pid()))
                    .start()
                    .waitFor();
            server.onExit().get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new StartFailure("An old PostgreSQL process (" + server.pid() + ") does not end.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted.", e);
        }
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

    /** Builds the cluster apart and moves it into place, so that a killed run leaves no half of one. */
    private void create() {
        Path unfinished = data.path().resolve("postgres-unfinished");
        Trees.delete(unfinished);
        Path passwordFile = data.secrets().directory().resolve("db-superuser");
        List<String> command = program(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--data-checksums");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(data.logs().resolve("postgres-create.log").toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new StartFailure("PostgreSQL could not create its files, see "
                        + data.logs().resolve("postgres-create.log"));
            }
            Files.writeString(unfinished.resolve("postgresql.auto.conf"), PostgresSettings.TEXT);
            Trees.delete(data.postgres());
            Files.move(unfinished, data.postgres());
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL could not create its files: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted.", e);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody. */
    private List<String> program(String name, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(
                PostgresBinaries.unpacked(server).resolve("bin").resolve(name).toString());
        command.addAll(List.of(arguments));
        return command;
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
