package uplink.server;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Speaks to the person in front of the console and, once there is one, into the supervisor's log. */
final class Say {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final Object LOCK = new Object();
    private static PrintStream console = System.out;
    private static PrintStream log = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);

    private Say() {}

    /** From now on what is said goes into that log, too, and what the libraries say goes there only. */
    static void alsoInto(Path file) {
        try {
            PrintStream opened = new PrintStream(
                    Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    true,
                    StandardCharsets.UTF_8);
            LibraryLog.into(opened);
            log = opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on what is said goes into that log and nowhere else. */
    static void onlyInto(Path file) {
        alsoInto(file);
        console = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** A line that the person gets to see even when everything else only goes into the log. */
    static void insist(String text) {
        synchronized (LOCK) {
            System.out.println(text);
            log.println(text);
        }
    }

    /** A line about progress, with the time of day. */
    static void progress(String text) {
        print(TIME.format(LocalTime.now(ZoneId.systemDefault())) + "  " + text);
    }

    /** A line as it is. */
    static void line(String text) {
        print(text);
    }

    /** A line that must not be kept in a log, because it carries a secret. */
    static void secret(String text) {
        synchronized (LOCK) {
            console.println(text);
        }
    }

    private static void print(String text) {
        synchronized (LOCK) {
            console.println(text);
            log.println(text);
        }
    }
}
