package uplink.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One process's log: written line by line, turned over at a size, with its last lines at hand for a failure report. */
final class LogFile {
    private static final long TURN_OVER_BYTES = 50_000_000;
    private static final int KEPT_FILES = 5;
    private static final int TAIL_LINES = 400;

    private final Path path;
    private final Set<String> marks;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Deque<String> tail = new ArrayDeque<>();
    private @Nullable Writer out;
    private long size;

    /** The {@code marks} are lines that the reader of the log waits for. */
    LogFile(Path path, Set<String> marks) {
        this.path = path;
        this.marks = marks;
    }

    /** Copies the stream into the file until it ends, on a thread of its own. */
    void follow(InputStream stream) {
        Thread thread = new Thread(() -> copy(stream), "log-" + path.getFileName());
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether that line, one of the marks, was written. */
    boolean has(String mark) {
        return seen.contains(mark);
    }

    /** The last lines, oldest first. */
    List<String> tail() {
        synchronized (tail) {
            return List.copyOf(tail);
        }
    }

    private void copy(InputStream stream) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                remember(line);
                write(line, !in.ready());
            }
        } catch (IOException e) {
            Say.progress("The output of " + path.getFileName() + " ended: " + e.getMessage());
        } finally {
            close();
        }
    }

    /** A full disk must not stop the process that writes here: its lines are dropped until there is room again. */
    private void write(String line, boolean flush) {
        try {
            if (out == null) {
                size = Files.exists(path) ? Files.size(path) : 0;
                out = Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            out.write(line);
            out.write('\n');
            size += line.length() + 1;
            if (flush) {
                out.flush();
            }
            if (size > TURN_OVER_BYTES) {
                close();
                turnOver();
            }
        } catch (IOException e) {
            close();
        }
    }

    private void close() {
        Writer open = out;
        out = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // nothing is left to be done for these lines
            }
        }
    }

    private void remember(String line) {
        if (marks.contains(line)) {
            seen.add(line);
        }
        synchronized (tail) {
            tail.addLast(line);
            if (tail.size() > TAIL_LINES) {
                tail.removeFirst();
            }
        }
    }

    private void turnOver() throws IOException {
        for (int older = KEPT_FILES - 1; older >= 0; older--) {
            Path from = numbered(older);
            if (Files.exists(from)) {
                Files.move(
                        from,
                        path.resolveSibling(path.getFileName() + "." + (older + 1)),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path numbered(int number) {
        return number == 0 ? path : path.resolveSibling(path.getFileName() + "." + number);
    }
}
