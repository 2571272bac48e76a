package uplink.server;

import java.io.PrintStream;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/** What libraries log in the supervisor's process, the migrations above all: into its log and not onto the console. */
final class LibraryLog extends StreamHandler {

    private LibraryLog(PrintStream log) {
        super(log, new SimpleFormatter());
    }

    static void into(PrintStream log) {
        LogManager.getLogManager().reset();
        Logger.getLogger("").addHandler(new LibraryLog(log));
    }

    @Override
    public synchronized void publish(LogRecord event) {
        super.publish(event);
        flush();
    }
}
