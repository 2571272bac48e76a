package uplink.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Places at which the kill tests let the process die. Does nothing unless {@code UPLINK_FAULT_FILE} names a file, and
 * that file names the place: {@code chunk-before-commit}, or {@code chunk-before-commit:3} for the third time it is
 * passed. The file goes with the process, so that the next one lives.
 */
public final class FaultPoint {

    private static final String FILE = Settings.text("UPLINK_FAULT_FILE", "");
    private static final ConcurrentHashMap<String, AtomicInteger> PASSED = new ConcurrentHashMap<>();

    private FaultPoint() {}

    /** Halts the process when this is the place and the time. */
    public static void at(String place) {
        if (!FILE.isEmpty() && Files.exists(Path.of(FILE))) {
            pass(place);
        }
    }

    private static void pass(String place) {
        try {
            String wanted = Files.readString(Path.of(FILE)).strip();
            String[] parts = wanted.split(":", 2);
            int times = parts.length < 2 ? 1 : Integer.parseInt(parts[1]);
            if (place.equals(parts[0])
                    && PASSED.computeIfAbsent(wanted, w -> new AtomicInteger()).incrementAndGet() == times) {
                Files.delete(Path.of(FILE));
                Runtime.getRuntime().halt(137);
            }
        } catch (IOException e) {
            // another thread has just come to the place and ends the process
        }
    }
}
