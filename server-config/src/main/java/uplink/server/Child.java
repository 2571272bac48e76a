package uplink.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that the supervisor started. The supervisor holds the other end of the child's standard input: the end of
 * that stream tells the child that the supervisor is gone, however it went.
 */
final class Child {
    /** What a child of ours prints when it has done all that it does before it serves. */
    static final String UP = "This process is up";

    /** What the application server prints when it waits for the word to deploy. */
    static final String BOOTED = "This process waits for the word to go on";

    /** Whose process it is: in a copy of a data directory the files name processes of the original. */
    private static final String HOME = "data";

    /** How long a process may take to end that did not become useful. */
    private static final Duration USELESS_GRACE = Duration.ofSeconds(10);

    private static final boolean OWN_SESSION = Files.isExecutable(Path.of("/usr/bin/setsid"));

    private final Process process;
    private final LogFile log;
    private final PropertyFile file;

    private Child(Process process, LogFile log, PropertyFile file) {
        this.process = process;
        this.log = log;
        this.file = file;
    }

    /** Starts the command with exactly this environment; its output goes to {@code logs/NAME.log}. */
    static Child start(DataDirectory data, String name, List<String> command, Map<String, String> environment) {
        List<String> full = new ArrayList<>();
        if (OWN_SESSION) {
            // Ctrl-C reaches the whole session; the supervisor alone decides in which order the others end
            full.add("/usr/bin/setsid");
        }
        full.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(full).directory(data.path().toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            PropertyFile file = file(data, name);
            remember(process, file, data);
            LogFile log = new LogFile(data.logs().resolve(name + ".log"), Set.of(UP, BOOTED));
            log.follow(process.getInputStream());
            return new Child(process, log, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process that nobody could find again must not live. */
    private static void remember(Process process, PropertyFile file, DataDirectory data) throws IOException {
        try {
            Map<String, String> properties =
                    new HashMap<>(ProcessId.of(process.toHandle()).properties());
            properties.put(HOME, data.path().toRealPath().toString());
            file.replace(properties);
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Ends what an earlier supervisor, killed before it could, left behind under this name. */
    static void endLeftover(DataDirectory data, String name) {
        PropertyFile file = file(data, name);
        Optional<ProcessId> known = file.get(HOME).filter(data::isAt).flatMap(home -> ProcessId.read(file));
        known.flatMap(ProcessId::find).ifPresent(process -> {
            Say.progress("Ending the " + name + " process " + process.pid() + " that an earlier run left behind");
            end(process, Duration.ofSeconds(15));
        });
        file.delete();
    }

    /** Tells the child that what it waits for is there, see {@link ParentWatch}. */
    void goOn() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException e) {
            // it died; whoever looks after it will notice
        }
    }

    /** Whether the child said that it is up. */
    boolean isUp() {
        return log.has(UP);
    }

    /** Whether the application server said that it waits for the word to deploy. */
    boolean isBooted() {
        return log.has(BOOTED);
    }

    /** Waits for what this process must do first; when that does not come, the process ends, too. */
    Child orEnd(Runnable wait) {
        try {
            wait.run();
            return this;
        } catch (RuntimeException e) {
            stop(USELESS_GRACE);
            throw e;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    List<String> tail() {
        return log.tail();
    }

    /** Ends the process: first by asking, after the grace period by force. */
    void stop(Duration grace) {
        end(process.toHandle(), grace);
        try {
            // its handle may know of the end a moment before the process does, and isAlive asks the process
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // the process is gone, and the pipe with it
        }
        file.delete();
    }

    private static void end(ProcessHandle process, Duration grace) {
        process.destroy();
        try {
            process.onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PropertyFile file(DataDirectory data, String name) {
        return new PropertyFile(data.state().resolve("process-" + name));
    }
}
