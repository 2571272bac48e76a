package uplink.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A failure that nobody foresaw. People read a sentence and an id; what happened, which may tell of tables and other
 * people's data, stands in the log under that id.
 *
 * @param kind {@code database} when it was away or refused, else {@code unexpected}
 */
public record Incident(String kind, String id) {

    private static final Pattern CODE = Pattern.compile("(database|unexpected) ([0-9a-f]{12})");
    private static final String UNKNOWN = "—";

    /** A new one for that failure. The caller logs the failure with the id. */
    public static Incident of(Throwable failure) {
        boolean database = false;
        for (Throwable cause = failure; cause != null && !database; cause = cause.getCause()) {
            database = cause instanceof DatabaseException || cause instanceof java.sql.SQLException;
        }
        return new Incident(
                database ? "database" : "unexpected", Ids.next().toString().substring(24));
    }

    /** As it is kept: stable, and without any detail. */
    public String code() {
        return kind + " " + id;
    }

    /** What was kept, in words; null when nothing was. */
    public static @Nullable Text text(@Nullable String code) {
        if (code == null) {
            return null;
        }
        Matcher kept = CODE.matcher(code);
        return kept.matches()
                ? Text.of("shared.incident." + kept.group(1), kept.group(2))
                : Text.of("shared.incident.unexpected", UNKNOWN);
    }

    @Override
    public String toString() {
        return "incident " + id;
    }
}
