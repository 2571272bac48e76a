package uplink.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Part of the build, see the {@code run} script: starts Uplink once with the demo provider in a directory of its own
 * beside the build, and keeps what its server then writes, the {@link ClassArchive}. Does nothing where there is one.
 * Without it everything works, only slower; so it never fails the build.
 */
public final class Prepare {
    /** Writing the archive is a part of the server's end. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(30);

    private Prepare() {}

    /** Prepares the build that the launcher belongs to. */
    public static void main(String[] arguments) {
        Layout layout =
                Layout.of(Path.of(System.getProperty("uplink.home", ".")).toAbsolutePath());
        try {
            layout.check();
            ClassArchive archive = layout.serverClasses();
            DataDirectory data = new DataDirectory(layout.server().resolve("prepare"));
            data.create();
            if (!archive.exists() && Lock.take(data.lock())) {
                Say.line("Preparing quick starts (once a build of the server; a minute or two)");
                watch();
                prepare(layout, archive, data);
            }
        } catch (IOException | RuntimeException e) {
            giveUp(e instanceof StartFailure ? String.valueOf(e.getMessage()) : e.toString());
        }
        System.exit(0);
    }

    /** A run waits for this: it says that it is alive, and ends before anybody loses patience. */
    private static void watch() {
        Thread watch = new Thread(
                () -> {
                    for (Duration waited = SIGN_OF_LIFE;
                            waited.compareTo(PATIENCE) < 0;
                            waited = waited.plus(SIGN_OF_LIFE)) {
                        Pause.millis(SIGN_OF_LIFE.toMillis());
                        Say.insist("  still preparing (" + waited.toSeconds() + " s)");
                    }
                    Pause.millis(SIGN_OF_LIFE.toMillis());
                    giveUp("the preparation took longer than " + PATIENCE.toMinutes() + " minutes");
                    System.exit(0);
                },
                "watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void giveUp(String why) {
        Say.insist("Starts will be slower than they could be: " + why);
    }

    private static void prepare(Layout layout, ClassArchive archive, DataDirectory data) throws IOException {
        Leftovers.end(data);
        data.empty();
        data.create();
        Say.onlyInto(data.logs().resolve("run.log"));
        Options options = new Options(freePort(), data.path(), false, false, false);
        Settings settings = Settings.of(options, environment(), data, layout);
        Supervisor supervisor = new Supervisor(layout, data, settings, archive.written(), GRACE);
        try {
            supervisor.start();
            new Probe(settings).visit("/admin/sign-in");
        } finally {
            supervisor.stop();
        }
        if (!archive.keep()) {
            throw new StartFailure("the server wrote no archive, see " + data.logs());
        }
        data.empty();
    }

    /** Nothing of what this machine's user set up for the real start: not the database, not the broker, no options. */
    private static Environment environment() {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.keySet().removeIf(name -> name.startsWith("UPLINK_"));
        variables.put("UPLINK_BIND", InetAddress.getLoopbackAddress().getHostAddress());
        variables.put("UPLINK_START_TIMEOUT", Long.toString(PATIENCE.toSeconds()));
        return new Environment(variables);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
