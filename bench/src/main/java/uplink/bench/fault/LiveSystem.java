package uplink.bench.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The real system in a data directory of its own, started by its launcher: PostgreSQL, broker and application are
 * processes that can be killed one by one, and the launcher starts again whatever dies.
 */
public final class LiveSystem implements AutoCloseable {
    /** The launcher waits up to half a minute before it starts again what keeps dying. */
    private static final Duration AGAIN = Duration.ofMinutes(2);

    private static final Duration END = Duration.ofSeconds(90);

    private final Path data;
    private final int port;
    private final Process launcher;

    private LiveSystem(Path data, int port, Process launcher) {
        this.data = data;
        this.port = port;
        this.launcher = launcher;
    }

    /**
     * Starts with an empty data directory and waits for READY.
     *
     * @param home directory of the checkout, built
     * @param environment added to this process's
     */
    public static LiveSystem start(Path home, Path data, Map<String, String> environment) {
        return begin(home, data, environment);
    }

    /** Starts one more node on this system's database and broker, and waits for READY. */
    public LiveSystem join(Path home, Path second, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("UPLINK_DB_URL", "postgresql://127.0.0.1:" + servicePort("postgres") + "/uplink");
        all.put("UPLINK_DB_USER", "uplink_app");
        all.put("UPLINK_DB_PASSWORD", secret("db-application").value());
        all.put("UPLINK_DB_OWNER_USER", "uplink_owner");
        all.put("UPLINK_DB_OWNER_PASSWORD", secret("db-owner").value());
        all.put("UPLINK_JMS_URL", "tcp://127.0.0.1:" + servicePort("broker"));
        all.put("UPLINK_JMS_USER", "uplink");
        all.put("UPLINK_JMS_PASSWORD", secret("broker").value());
        all.put("UPLINK_SECRET_KEY", secret("master-key").value());
        return begin(home, second, all);
    }

    private static LiveSystem begin(Path home, Path data, Map<String, String> environment) {
        int port = FreePort.any();
        ProcessBuilder builder = new ProcessBuilder(
                        "/bin/sh",
                        home.resolve("server-config/run").toString(),
                        "--fresh",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.toString())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("UPLINK_BUILT", "true"); // what was built is what is measured
        builder.environment().put("UPLINK_END_WITH_CALLER", "true");
        try {
            LiveSystem system = new LiveSystem(data, port, builder.start());
            // whoever ends this process early ends the system, too
            Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop-system"));
            system.awaitReady();
            return system;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Address of the API. */
    public String api() {
        return "http://127.0.0.1:" + port + "/api/v1";
    }

    /** Where the fault point is written, see {@code UPLINK_FAULT_FILE}. */
    public static Path faultFile(Path data) {
        return data.resolve("state/fault-point");
    }

    public Path data() {
        return data;
    }

    public Secret secret(String name) {
        return new Secret(read(data.resolve("secrets").resolve(name)).strip());
    }

    /** A password that does not show up in messages. */
    public record Secret(String value) {
        @Override
        public String toString() {
            return "…";
        }
    }

    /** Where {@code broker} or {@code postgres} listens. */
    public int servicePort(String service) {
        return Integer.parseInt(property("ports", service));
    }

    /** Process number of {@code app}, {@code broker} or {@code postgres}; while it is started again, of the new one. */
    public long pid(String service) {
        Path file = data.resolve("state/process-" + service);
        Wait.until(() -> Files.exists(file), AGAIN, () -> service + " to be started again");
        return Long.parseLong(property("process-" + service, "pid"));
    }

    /** kill -9, and gone when this returns. The launcher starts it again. */
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

    private void awaitReady() throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader output = launcher.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.contains("READY ")) {
                drain(output);
                return;
            }
        }
        throw new IllegalStateException("The system did not start:\n" + String.join("\n", said));
    }

    /** A pipe that nobody reads would stop the launcher. */
    private static void drain(BufferedReader output) {
        Thread reader = new Thread(
                () -> {
                    try {
                        while (output.readLine() != null) {
                            // its log file has it
                        }
                    } catch (IOException e) {
                        // the launcher is gone
                    }
                },
                "launcher-output");
        reader.setDaemon(true);
        reader.start();
    }

    private String property(String file, String name) {
        java.util.Properties properties = new java.util.Properties();
        try (var reader = Files.newBufferedReader(data.resolve("state").resolve(file))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String value = properties.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(name + " is missing in state/" + file);
        }
        return value;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            launcher.destroyForcibly();
        }
    }
}
