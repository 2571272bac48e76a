package uplink.server;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The supervisor that holds a data directory, as it described itself.
 *
 * @param build the build that it runs, see {@link BuildId}
 */
record Running(ProcessId process, String build, String url) {
    private static final Duration END = Duration.ofSeconds(90);

    static Optional<Running> read(DataDirectory data) {
        PropertyFile file = file(data);
        return ProcessId.read(file)
                .map(process -> new Running(
                        process, file.get("build").orElse(""), file.get("url").orElse("")));
    }

    void write(DataDirectory data) {
        Map<String, String> properties = new HashMap<>(process.properties());
        properties.put("build", build);
        properties.put("url", url);
        file(data).replace(properties);
    }

    static void forget(DataDirectory data) {
        file(data).delete();
    }

    /** Asks it to end and waits until its lock is free; the lock is then this process's. */
    void end(DataDirectory data) {
        process.find().ifPresent(ProcessHandle::destroy);
        long deadline = System.nanoTime() + END.toNanos();
        while (System.nanoTime() < deadline) {
            if (Lock.take(data.lock())) {
                return;
            }
            Pause.millis(100);
        }
        throw new StartFailure("The server (process " + process.number() + ") does not end; see " + data.logs() + ".");
    }

    private static PropertyFile file(DataDirectory data) {
        return new PropertyFile(data.state().resolve("supervisor"));
    }
}
