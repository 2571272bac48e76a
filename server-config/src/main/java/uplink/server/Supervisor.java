package uplink.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * One running Uplink: starts its processes in the order in which they need each other, keeps them alive, and ends
 * them in the reverse order. The caller holds the lock on the data directory and has ended the
 * {@link Leftovers}.
 */
final class Supervisor {
    private static final long LOOK_MILLIS = 200;

    private final DataDirectory data;
    private final Settings settings;
    private final AppStart appStart;
    private final Service postgres;
    private final Service broker;
    private final Service app;
    private final Phases phases = new Phases();
    private volatile boolean stopping;
    private boolean stopped;

    /** The {@code grace} is how long the application's process may take to end when asked. */
    Supervisor(Layout layout, DataDirectory data, Settings settings, ClassArchive classes, Duration grace) {
        this.data = data;
        this.settings = settings;
        this.appStart = new AppStart(layout, data, settings, classes);
        BrokerStart brokerStart = new BrokerStart(layout, data, settings.broker(), settings.environment());
        this.postgres = new Service(Postgres.NAME, data, Duration.ofSeconds(30), this::postgresChild);
        this.broker = new Service(BrokerStart.NAME, data, Duration.ofSeconds(20), brokerStart::start);
        this.app = new Service(AppStart.NAME, data, grace, appStart::restart);
    }

    /** Starts everything; comes back when people can be served. */
    void start() {
        checkPublicPort();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));

        DemoProvider provider = settings.demoProvider();
        if (provider != null) {
            provider.start(settings.localUrl());
        }
        // the server's JVM boots beside database and broker, and waits for our word before it deploys
        Child server = app.start(appStart::boot);
        CompletableFuture<Void> brokerUp = CompletableFuture.runAsync(this::startBroker);
        startDatabase();
        join(brokerUp);
        appStart.awaitBooted(server);
        phases.done("Server booted");
        long deploying = System.nanoTime();
        server.goOn();
        appStart.awaitUp(server);
        phases.done("Application deployed", deploying);
        long warming = System.nanoTime();
        appStart.awaitReady(server);
        checkNothingElseIsPublic();
        phases.done(
                settings.demo() ? "Demo provider loaded, first request answered" : "First request answered", warming);
    }

    /** Whether it is being ended: what fails from then on fails because of that. */
    boolean isStopping() {
        return stopping;
    }

    /** How long the start took. */
    Duration took() {
        return phases.total();
    }

    /** Keeps everything alive until this process is asked to end. */
    void tend() {
        while (true) {
            List.of(postgres, broker, app).forEach(Service::tend);
            Pause.millis(LOOK_MILLIS);
        }
    }

    /** Ends everything; once, however often it is asked for. */
    void stop() {
        stopping = true;
        synchronized (this) {
            if (stopped) {
                return;
            }
            Say.progress("Stopping");
            List.of(app, broker, postgres).forEach(Service::stop);
            Running.forget(data);
            Say.progress("Stopped");
            stopped = true;
        }
    }

    private Child postgresChild() {
        Postgres database = settings.postgres();
        if (database == null) {
            throw new IllegalStateException("the database is external");
        }
        return database.start();
    }

    private void startDatabase() {
        Postgres database = settings.postgres();
        if (database != null) {
            postgres.start();
            database.prepare();
            phases.done("PostgreSQL started");
        }
        long migrating = System.nanoTime();
        int applied = Migration.run(settings.database());
        phases.done(applied == 0 ? "Schema up to date" : "Schema migrated", migrating);
    }

    private void startBroker() {
        if (settings.embeddedBroker()) {
            broker.start();
            phases.done("Broker started");
        }
    }

    private void checkPublicPort() {
        try {
            if (!Ports.canListen(InetAddress.getByName(settings.bind()), settings.port())) {
                throw new StartFailure(
                        "Port " + settings.port() + " is in use by another program: choose one with --port.");
            }
        } catch (UnknownHostException e) {
            throw new StartFailure("UPLINK_BIND is not an address of this machine: " + settings.bind(), e);
        }
    }

    /** Database, broker and management are for this machine; options of the JVM, say, can open more than was meant. */
    private void checkNothingElseIsPublic() {
        Set<Integer> open = PublicPorts.of(ProcessHandle.current());
        open.remove(settings.port());
        if (!open.isEmpty()) {
            throw new StartFailure("Other machines could reach more than the public port " + settings.port()
                    + ", namely " + open + "; Uplink does not run like that. UPLINK_JVM_OPTS can open ports, see "
                    + data.logs() + ".");
        }
    }

    private static void join(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartFailure failure ? failure : e;
        }
    }
}
