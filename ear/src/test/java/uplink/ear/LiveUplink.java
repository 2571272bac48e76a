package uplink.ear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The real system for tests that drive it from outside: started by its launcher once for all test classes of a fork, with the
 * demo provider and a test clock, and stopped when the tests' JVM ends.
 */
public final class LiveUplink {
    public static final String DEMO_PASSWORD = "correct-horse-battery-staple";

    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static @Nullable LiveUplink shared;
    private static boolean asked;

    private final Path data;
    private final int port;
    private final Process launcher;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private @Nullable ApiContract contract;

    private LiveUplink(Path data, int port, Process launcher) {
        this.data = data;
        this.port = port;
        this.launcher = launcher;
    }

    /** The system that all test classes share; the first one to ask waits until it is ready. */
    public static synchronized LiveUplink shared() {
        LiveUplink system = shared;
        if (system == null) {
            if (asked) {
                throw new IllegalStateException("Uplink did not start; the first test says why");
            }
            asked = true;
            Path data = home().resolve("ear/target/live-" + System.getProperty("uplink.fork", "1"));
            endLeftover(data);
            delete(data);
            system = start(data);
            shared = system;
            Runtime.getRuntime().addShutdownHook(new Thread(system::stop, "stop-uplink"));
        }
        return system;
    }

    /** Starts a system on that data directory and waits for READY; the caller stops it. */
    public static LiveUplink start(Path data) {
        return start(data, Map.of(), "--demo");
    }

    /** A demo of its own on an emptied directory, with other settings; the caller stops it. */
    static LiveUplink fresh(Path data, Map<String, String> settings) {
        endLeftover(data);
        delete(data);
        return start(data, settings, "--demo");
    }

    /** A second node of this system: its own application server on the same database, broker and key. */
    LiveUplink join(Path second, Map<String, String> settings) {
        endLeftover(second);
        delete(second);
        Map<String, String> all = new HashMap<>(settings);
        all.put("UPLINK_FAST_START", "true");
        all.put("UPLINK_DB_URL", databaseUrl().substring("jdbc:".length()));
        all.put("UPLINK_DB_USER", "uplink_app");
        all.put("UPLINK_DB_PASSWORD", secret("db-application"));
        all.put("UPLINK_DB_OWNER_USER", "uplink_owner");
        all.put("UPLINK_DB_OWNER_PASSWORD", secret("db-owner"));
        all.put("UPLINK_JMS_URL", "tcp://127.0.0.1:" + servicePort("broker"));
        all.put("UPLINK_JMS_USER", "uplink");
        all.put("UPLINK_JMS_PASSWORD", secret("broker"));
        all.put("UPLINK_SECRET_KEY", secret("master-key"));
        return start(second, all);
    }

    private static LiveUplink start(Path data, Map<String, String> settings, String... options) {
        int port = freePort();
        List<String> command = command();
        command.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // the pipe to its standard input closes with this JVM, even when that is killed
        builder.environment().put("UPLINK_END_WITH_CALLER", "true");
        builder.environment().put("UPLINK_TEST_CLOCK", "true");
        builder.environment().put("UPLINK_DEMO_PASSWORD", DEMO_PASSWORD);
        builder.environment().put("UPLINK_DEMO_TOTP", DemoStaff.SEED);
        builder.environment().put("UPLINK_RATE_LIMIT_FACTOR", "1000");
        builder.environment().put("UPLINK_JMS_REDELIVERY_MILLIS", "100");
        builder.environment().putAll(settings);
        try {
            LiveUplink system = new LiveUplink(data, port, builder.start());
            system.awaitReady();
            return system;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The launcher's command without options: what was just built, by this Java. */
    static List<String> command() {
        return new ArrayList<>(List.of(
                "/usr/bin/env",
                "UPLINK_BUILT=true",
                "JAVA_HOME=" + System.getProperty("java.home"),
                "/bin/sh",
                home().resolve("server-config/run").toString()));
    }

    /** Ends what the killed JVM of an earlier test may have left on that data directory. */
    private static void endLeftover(Path data) {
        List<String> command = command();
        command.addAll(List.of("--stop", "--data", data.toString()));
        try {
            Process stop = new ProcessBuilder(command).inheritIO().start();
            if (!stop.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || stop.exitValue() != 0) {
                stop.destroyForcibly();
                throw new IllegalStateException("what still runs on " + data + " cannot be ended");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Public address, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Loopback address of metrics and health. */
    public String managementUrl() {
        return "http://127.0.0.1:" + servicePort("management");
    }

    public Path data() {
        return data;
    }

    /** JDBC URL of the embedded database. */
    public String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + servicePort("postgres") + "/uplink";
    }

    /** A connection with the rights of the schema's owner. */
    public Connection database() throws SQLException {
        return DriverManager.getConnection(databaseUrl(), "uplink_owner", secret("db-owner"));
    }

    public int servicePort(String service) {
        return Integer.parseInt(property("ports", service));
    }

    /** Process number of {@code app}, {@code broker} or {@code postgres}. */
    public long pid(String service) {
        return Long.parseLong(property("process-" + service, "pid"));
    }

    public long launcherPid() {
        return launcher.pid();
    }

    /** kill -9, and gone when this returns; the launcher starts it again unless it is held. */
    public void kill(String service) {
        ProcessHandle.of(pid(service)).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    /** Keeps a killed service down until it is released. */
    public void hold(String service, boolean down) {
        Path hold = data.resolve("state/hold-" + service);
        try {
            if (down) {
                Files.writeString(hold, "");
            } else {
                Files.deleteIfExists(hold);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** kill -9 of the application server, and back when this returns. */
    public void restartApplication() {
        long before = pid("app");
        kill("app");
        Waiting.until(
                "the application is back",
                PATIENCE,
                () -> pid("app") != before
                        && status(url() + "/api/v1/auth/jwks") == 200
                        && status(url() + "/admin/sign-in") == 200
                        && status(url() + "/") == 200);
    }

    /** What the API promises, as the server hands it out. */
    synchronized ApiContract contract() {
        ApiContract known = contract;
        if (known == null) {
            known = new ApiContract(text(url() + "/openapi?format=json"));
            contract = known;
        }
        return known;
    }

    /** Status of a GET, 0 when nobody answers. */
    public int status(String address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Body of a GET. */
    public String text(String address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(Duration.ofSeconds(60))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends everything in order. */
    public void stop() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            launcher.destroyForcibly();
        }
    }

    static Path home() {
        return Path.of(System.getProperty("uplink.home"));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        Queue<String> said = new ConcurrentLinkedQueue<>();
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(said, ready), "launcher-output");
        reader.setDaemon(true);
        reader.start();
        if (!ready.completeOnTimeout(false, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join()) {
            stop();
            throw new IllegalStateException("Uplink did not start:\n" + String.join("\n", said));
        }
    }

    /** Reads to the end: a pipe that nobody reads would stop the launcher. Its log file has the lines. */
    private void read(Queue<String> said, CompletableFuture<Boolean> ready) {
        try {
            launcher.inputReader().lines().forEach(line -> {
                if (line.startsWith("READY ")) {
                    ready.complete(true);
                } else if (!ready.isDone()) {
                    said.add(line);
                }
            });
        } catch (UncheckedIOException closed) {
            // the launcher was told to end
        }
        ready.complete(false);
    }

    private String secret(String name) {
        try {
            return Files.readString(data.resolve("secrets").resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String property(String file, String name) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("state").resolve(file))) {
            properties.load(reader);
        } catch (NoSuchFileException notWrittenYet) {
            return "0"; // between the death of a process and the start of the next
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty(name, "0");
    }

    private static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try {
            Files.walkFileTree(tree, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                        throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
