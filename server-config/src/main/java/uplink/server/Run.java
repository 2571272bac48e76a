package uplink.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Main class behind the {@code run} script. */
public final class Run {
    private static final Duration GRACE = Duration.ofSeconds(60);

    /** For tests: Uplink ends with the process that started it, whose end of our standard input closes then. */
    private static final String WITH_CALLER = "UPLINK_END_WITH_CALLER";

    private Run() {}

    /** Starts or stops Uplink; the process stays as long as Uplink runs. Exit code 1 is a refusal, said in words. */
    public static void main(String[] arguments) {
        try {
            Path home = Path.of(System.getProperty("uplink.home", ".")).toAbsolutePath();
            Options options = Options.parse(List.of(arguments), Path.of("data"));
            DataDirectory data = new DataDirectory(options.data());
            if (options.stop()) {
                stop(data);
            } else {
                start(options, data, Layout.of(home));
            }
        } catch (StartFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void stop(DataDirectory data) {
        if (!Files.exists(data.lock())) {
            Say.line("Nothing runs on " + data.path() + ".");
        } else if (Lock.take(data.lock())) {
            Leftovers.end(data);
            Say.line("Nothing runs on " + data.path() + ".");
        } else {
            running(data).end(data);
            Say.line("Stopped.");
        }
    }

    private static void start(Options options, DataDirectory data, Layout layout) {
        layout.check();
        data.create();
        String build = BuildId.of(layout);
        if (!Lock.take(data.lock())) {
            replaceOlder(data, build);
        }
        makeReady(options, data);
        if (Environment.ofProcess().isTrue(WITH_CALLER)) {
            ParentWatch.begin(GRACE);
        }
        new Running(ProcessId.of(ProcessHandle.current()), build, Settings.url(options)).write(data);
        BuildUser.register(layout, data);
        Say.alsoInto(data.logs().resolve("run.log"));
        Settings settings = Settings.of(options, Environment.ofProcess(), data, layout);
        Supervisor supervisor = new Supervisor(layout, data, settings, layout.serverClasses(), GRACE);
        start(supervisor);
        new Welcome(data, settings, ContextRoots.of(layout.application())).print(supervisor.took());
        supervisor.tend();
    }

    /** Nothing runs on the data directory when this returns; it is empty if that was asked for. */
    static void makeReady(Options options, DataDirectory data) {
        Leftovers.end(data);
        if (options.fresh()) {
            Say.progress("Emptying " + data.path());
            data.empty();
            data.create();
        }
    }

    private static void start(Supervisor supervisor) {
        try {
            supervisor.start();
        } catch (StartFailure e) {
            if (supervisor.isStopping()) {
                // ended by Ctrl-C or --stop during the start: that is no failure, and it has been said
                System.exit(0);
            }
            throw e;
        }
    }

    /** A server of this very build stays; one of another build makes room. */
    private static void replaceOlder(DataDirectory data, String build) {
        Running running = running(data);
        if (running.build().equals(build)) {
            throw new StartFailure(
                    "Uplink already runs on " + data.path() + " at " + running.url() + "; end it with --stop.");
        }
        Say.progress("A server of an older build runs on " + data.path() + ": replacing it");
        running.end(data);
    }

    private static Running running(DataDirectory data) {
        return Running.read(data)
                .orElseThrow(() -> new StartFailure("Another run is just starting or ending on " + data.path() + "."));
    }
}
