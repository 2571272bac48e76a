package uplink.server;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Starts the application server's process. */
record AppStart(Layout layout, DataDirectory data, Settings settings, ClassArchive archive) {
    static final String NAME = "app";
    private static final long LOOK_MILLIS = 100;

    /** Boots the server; it deploys the application when it is told to go on. */
    Child boot() {
        ServerRoot root = new ServerRoot(layout, data);
        root.prepare();
        AppCommand command = new AppCommand(layout, settings.environment(), settings.fastStart());
        return Child.start(data, NAME, command.words(archive), variables(root));
    }

    /** Starts the server while everything that it needs is there. */
    Child restart() {
        Child child = boot();
        child.goOn();
        return child;
    }

    /** Waits until the server could deploy. */
    void awaitBooted(Child child) {
        await(child, child::isBooted, () -> "The server does not boot");
    }

    /** Waits until the server says that it deployed the application. */
    void awaitUp(Child child) {
        await(child, child::isUp, () -> "The application is not deployed");
    }

    /** Waits until the application answers over HTTP and says that it is ready. */
    void awaitReady(Child child) {
        Probe probe = new Probe(settings);
        await(child, probe::answers, () -> "The application does not answer (" + probe.lastAnswers() + ")");
    }

    private void await(Child child, BooleanSupplier reached, Supplier<String> otherwise) {
        Duration patience = Duration.ofSeconds(settings.environment().number("UPLINK_START_TIMEOUT", 180, 10, 3600));
        long deadline = System.nanoTime() + patience.toNanos();
        while (!reached.getAsBoolean()) {
            if (!child.isAlive()) {
                throw failure("The application did not start", child);
            }
            if (System.nanoTime() > deadline) {
                throw failure(otherwise.get(), child);
            }
            Pause.millis(LOOK_MILLIS);
        }
    }

    private StartFailure failure(String sentence, Child child) {
        return new StartFailure(sentence + "; the whole story is in "
                + data.logs().resolve(NAME + ".log") + ":\n" + String.join("\n", LogExcerpt.cause(child.tail())));
    }

    /** The process gets the caller's environment, our settings, and no right on the schema. */
    private Map<String, String> variables(ServerRoot root) {
        Map<String, String> variables = new HashMap<>(settings.environment().variables());
        variables.keySet().removeIf(name -> name.startsWith("UPLINK_DB_OWNER_"));
        variables.put("SERVER_ROOT", root.path().toString());
        variables.put("SERVER_LOGGING", root.logging().toString());
        variables.put("SERVER_ADAPTER", layout.adapter().toString());
        variables.put("SERVER_APPLICATION", layout.application().toString());
        variables.put("SERVER_BIND", settings.bind());
        variables.put("SERVER_PORT", Integer.toString(settings.port()));
        variables.put("SERVER_DB_URL", settings.database().poolUrl());
        variables.put("SERVER_LIMITS_DB_URL", settings.database().limitsUrl());
        variables.put("SERVER_DB_USER", settings.database().user());
        variables.put("SERVER_DB_PASSWORD", settings.database().password());
        variables.put("SERVER_JMS_PARAMETERS", settings.broker().connectionParameters());
        variables.put("UPLINK_JMS_USER", settings.broker().user());
        variables.put("UPLINK_JMS_PASSWORD", settings.broker().password());
        variables.put("UPLINK_MANAGEMENT_PORT", Integer.toString(settings.managementPort()));
        variables.put("UPLINK_PUBLIC_URL", settings.publicUrl());
        variables.put("UPLINK_DATA", data.path().toString());
        variables.put(
                "UPLINK_RUN_WORKERS", Integer.toString(settings.environment().number("UPLINK_RUN_WORKERS", 4, 1, 64)));
        variables.computeIfAbsent("UPLINK_SECRET_KEY", name -> data.secrets().key("master-key"));
        if (settings.demo()) {
            variables.put("UPLINK_DEMO", "true");
            DemoProvider provider = settings.demoProvider();
            if (provider != null) {
                variables.putAll(provider.variables());
            }
            variables.put("UPLINK_DEMO_PASSWORD", Welcome.demoPassword(data, settings.environment()));
            variables.putAll(new DemoKeys(data, settings.environment()).variables());
        } else {
            variables.put("UPLINK_FIRST_ADMIN_TOKEN", data.secrets().password(Welcome.FIRST_ADMIN));
        }
        return variables;
    }
}
