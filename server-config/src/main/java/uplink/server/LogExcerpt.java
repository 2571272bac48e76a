package uplink.server;

import java.util.List;
import java.util.regex.Pattern;

/** Finds in a log what a person wants to read first after a failure. */
final class LogExcerpt {
    private static final Pattern CAUSE =
            Pattern.compile("SEVERE|Caused by:|Exception(:|$)|Error(:|$)|ERROR|FATAL|PANIC|Failed|failed|refused");
    private static final int LINES = 20;

    private LogExcerpt() {}

    /** The last lines as they are. */
    static List<String> end(List<String> log) {
        return log.subList(Math.max(0, log.size() - LINES), log.size());
    }

    /** The first lines that name a cause; the last lines when none does. */
    static List<String> cause(List<String> log) {
        List<String> found = log.stream()
                .filter(line -> CAUSE.matcher(line).find())
                .distinct()
                .limit(LINES)
                .toList();
        return found.isEmpty() ? end(log) : found;
    }
}
