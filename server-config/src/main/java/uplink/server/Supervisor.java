package uplink.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * One running Uplink: starts its processes in the order in which they need each other, keeps them alive, and ends
 * them in the reverse order. The caller holds the lock on the data directory.
 */
final class Supervisor {
    private static final long LOOK_MILLIS = 200;

    private final DataDirectory data;
    private final Settings settings;
    private final ClassArchive archive;
    private final AppStart appStart;
    private final Service postgres;
    private final Service broker;
    private final Service app;
    private volatile boolean ready;

    Supervisor(Layout layout, DataDirectory data, Settings settings) {
        this.data = data;
        this.settings = settings;
        this.archive = new ClassArchive(layout, data);
        this.appStart = new AppStart(layout, data, settings, archive);
        BrokerStart brokerStart = new BrokerStart(layout, data, settings.broker(), settings.environment());
        this.postgres = new Service(Postgres.NAME, data, Duration.ofSeconds(30), this::postgresChild);
        this.broker = new Service(BrokerStart.NAME, data, Duration.ofSeconds(20), brokerStart::start);
        this.app = new Service(AppStart.NAME, data, Duration.ofSeconds(60), appStart::restart);
    }

    /** Starts everything, says READY, and stays until the process is asked to end. */
    void run() {
        long begin = System.nanoTime();
        for (String leftover : List.of(AppStart.NAME, BrokerStart.NAME, Postgres.NAME)) {
            Child.endLeftover(data, leftover);
        }
        checkPublicPort();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));

        // the server's JVM boots beside database and broker, and waits for our word before it deploys
        Child server = app.start(appStart::boot);
        CompletableFuture<Void> brokerUp = CompletableFuture.runAsync(this::startBroker);
        startDatabase();
        join(brokerUp);
        Say.progress("Deploying the application");
        server.goOn();
        appStart.awaitReady(server);
        ready = true;
        new Welcome(data, settings).print(Duration.ofNanos(System.nanoTime() - begin));
        while (true) {
            List.of(postgres, broker, app).forEach(Service::tend);
            Pause.millis(LOOK_MILLIS);
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
            Say.progress("Starting PostgreSQL");
            postgres.start();
            database.prepare();
        }
        Say.progress("Migrating the schema: " + Migration.run(settings.database()) + " migrations applied");
    }

    private void startBroker() {
        if (settings.embeddedBroker()) {
            Say.progress("Starting the broker");
            broker.start();
        }
    }

    private void stop() {
        Say.progress(
                ready && archive.isDue()
                        ? "Stopping; once, this writes an archive that speeds up later starts"
                        : "Stopping");
        List.of(app, broker, postgres).forEach(Service::stop);
        if (ready) {
            archive.keep();
        }
        Running.forget(data);
        Say.progress("Stopped");
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

    private static void join(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartFailure failure ? failure : e;
        }
    }
}
