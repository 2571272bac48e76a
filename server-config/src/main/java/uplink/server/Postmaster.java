package uplink.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The database server that its own lock file names, {@code postmaster.pid}. */
record Postmaster(Path files) {
    private static final long END_SECONDS = 60;

    static Postmaster of(DataDirectory data) {
        return new Postmaster(data.postgres());
    }

    /**
     * Ends a server that lost its guard. Without that the next start would be refused until somebody looked into the
     * data directory.
     */
    void end() {
        Path lock = files.resolve("postmaster.pid");
        try {
            List<String> lines = Files.exists(lock) ? Files.readAllLines(lock) : List.of();
            // a full disk or a power cut leaves an empty file, which PostgreSQL itself knows how to deal with
            if (!lines.isEmpty() && lines.get(0).trim().matches("[1-9]\\d{0,9}")) {
                ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
                        .filter(this::isOurs)
                        .ifPresent(Postmaster::shutDownFast);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(files.toString());
    }

    private static void shutDownFast(ProcessHandle server) {
        try {
            new ProcessBuilder("/bin/kill", "-INT", Long.toString(server.pid()))
                    .start()
                    .waitFor();
            server.onExit().get(END_SECONDS, TimeUnit.SECONDS);
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new StartFailure("An old PostgreSQL process (" + server.pid() + ") does not end.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted.", e);
        }
    }
}
