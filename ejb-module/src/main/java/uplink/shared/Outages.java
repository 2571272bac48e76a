package uplink.shared;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells "come back later" from our own mistakes, under whatever the container wraps around it. */
public final class Outages {

    private static final int DEEPEST = 20;
    /** PostgreSQL's classes: connection, resources, operator's intervention, system. */
    private static final List<String> CLASSES = List.of("08", "53", "57", "58");

    private Outages() {}

    /** Whether the database was not there, or had no room. */
    public static boolean isOne(@Nullable Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (isOutage(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isOutage(Throwable cause) {
        String state = "";
        if (cause instanceof DatabaseException database) {
            state = database.sqlState();
        } else if (cause instanceof SQLException sql) {
            state = String.valueOf(sql.getSQLState());
        }
        return CLASSES.stream().anyMatch(state::startsWith) || isPoolExhausted(cause);
    }

    /** The server's pool has no exception of its own for "no connection within the time". */
    private static boolean isPoolExhausted(Throwable cause) {
        return cause instanceof SQLException
                && String.valueOf(cause.getMessage()).startsWith("Error in allocating a connection");
    }
}
