package uplink.server;

import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Leaves out of the server's log what container and resource adapter say, with hundreds of lines of stack, about a
 * message that the application itself sends back to come again: the application has said in a line which one and why.
 * What carries any other failure passes.
 */
public final class RedeliveryFilter implements Filter {
    /** The application's way to send a message back. */
    static final String SENT_BACK = "uplink.shared.events.ComesAgainException";

    /** Carries nothing: the container writes the failure itself as a record of its own. */
    private static final String HEADING = "containers.mdb.invocation_exception";

    /** Follows each message that comes again; a lost connection has a record of its own. */
    private static final String SESSION_RESET = "AMQ212009";

    /** The server makes it by name, see {@code logging.properties}. */
    public RedeliveryFilter() {}

    @Override
    public boolean isLoggable(LogRecord event) {
        String message = String.valueOf(event.getMessage());
        return !message.equals(HEADING) && !message.startsWith(SESSION_RESET) && !isSentBack(event.getThrown());
    }

    private static boolean isSentBack(@org.jspecify.annotations.Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getName().equals(SENT_BACK)) {
                return true;
            }
        }
        return false;
    }
}
