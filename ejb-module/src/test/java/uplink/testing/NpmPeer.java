package uplink.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import uplink.shared.Json;

/**
 * A server of npm's as a process of its own, on the loopback address and a port that is free. It is one of the scripts of
 * {@code src/test/peers}; their packages are installed once into {@code target}, as the lock file has them. It says lines of
 * JSON, the first with its port; it takes lines of JSON; and it ends with its input, so it outlives no test JVM.
 */
public final class NpmPeer implements AutoCloseable {

    private static final Path SCRIPTS = Path.of("src/test/peers");
    private static final Path HOME = Path.of("target/peers");
    private static final long INSTALL_MINUTES = 5;

    private final Process process;
    private final Path log;
    private final Writer input;
    private final BlockingQueue<Map<String, Object>> said = new LinkedBlockingQueue<>();
    private final int port;

    /** @param script its name, without {@code .js} */
    public NpmPeer(String script) {
        try {
            install();
            log = HOME.resolve(script + "-" + ProcessHandle.current().pid() + ".log");
            process = new ProcessBuilder("node", script + ".js")
                    .directory(HOME.toFile())
                    .redirectError(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("no peer " + script + ": it needs node and npm, see server-config/test", e);
        }
        input = process.outputWriter(StandardCharsets.UTF_8);
        Thread listening = new Thread(() -> listen(process.inputReader(StandardCharsets.UTF_8)), script);
        listening.setDaemon(true);
        listening.start();
        port = (int) next().get("port");
    }

    public int port() {
        return port;
    }

    /** What it says next. */
    public Map<String, Object> next() {
        try {
            Map<String, Object> line = said.poll(Patience.LONG.toMillis(), TimeUnit.MILLISECONDS);
            if (line == null) {
                throw new AssertionError("nothing came from " + this);
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether it has said nothing that was not read. */
    public boolean isSilent() {
        return said.isEmpty();
    }

    public void tell(Map<String, ?> order) {
        try {
            input.write(Json.write(order) + "\n");
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(toString(), e);
        }
    }

    private void listen(Reader output) {
        try (BufferedReader lines = new BufferedReader(output)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(Json.readMap(line));
            }
        } catch (IOException e) {
            // it was ended while it spoke
        }
    }

    /** What it complained of. */
    @Override
    public String toString() {
        try {
            return process.info() + (process.isAlive() ? "" : ", which has ended") + ": " + Files.readString(log);
        } catch (IOException e) {
            return process.info().toString();
        }
    }

    @Override
    public void close() {
        try {
            input.close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Several test JVMs share the directory: one of them installs, the others wait. */
    private static synchronized void install() throws IOException {
        Files.createDirectories(HOME);
        Path done = HOME.resolve("installed.json");
        try (FileChannel file =
                        FileChannel.open(HOME.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            if (!lock.isValid()) {
                throw new IOException("no lock on " + HOME);
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(SCRIPTS, Files::isRegularFile)) {
                for (Path from : files) {
                    copy(from, HOME.resolve(from.getFileName()));
                }
            }
            Path wanted = SCRIPTS.resolve("package-lock.json");
            if (differ(wanted, done)) {
                npm();
                copy(wanted, done);
            }
        }
    }

    /** Not what is there already: another JVM may be about to start it. */
    private static void copy(Path from, Path to) throws IOException {
        if (differ(from, to)) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean differ(Path from, Path to) throws IOException {
        return !Files.exists(to) || Files.mismatch(from, to) >= 0;
    }

    private static void npm() throws IOException {
        File log = HOME.resolve("npm.log").toFile();
        Process npm = new ProcessBuilder(
                        List.of("npm", "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"))
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try {
            if (!npm.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
                npm.destroyForcibly();
            } else if (npm.exitValue() == 0) {
                return;
            }
            throw new IOException("npm ci failed: " + Files.readString(log.toPath()));
        } catch (InterruptedException e) {
            npm.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
