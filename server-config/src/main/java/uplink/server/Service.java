package uplink.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One of the processes of a running Uplink, kept alive: when it dies it is started again, after a pause that grows
 * up to 30 seconds while it keeps dying. A file {@code state/hold-NAME} keeps it down, for tests and repairs.
 */
final class Service {
    private static final Duration STABLE = Duration.ofSeconds(10);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final String name;
    private final Path hold;
    private final Duration grace;
    private final Supplier<Child> starter;
    private @Nullable Child child;
    private Duration pause = SHORTEST_PAUSE;
    private long startedAt;
    private long retryAt;
    private boolean wanted;
    private boolean ended;

    /** The {@code grace} is how long the process may take to end when asked. */
    Service(String name, DataDirectory data, Duration grace, Supplier<Child> starter) {
        this.name = name;
        this.hold = data.state().resolve("hold-" + name);
        this.grace = grace;
        this.starter = starter;
    }

    Child start() {
        return start(starter);
    }

    /** Starts the process in another way than later restarts will. */
    synchronized Child start(Supplier<Child> first) {
        if (ended) {
            throw new StartFailure("Uplink is being stopped.");
        }
        wanted = true;
        startedAt = System.nanoTime();
        Child started = first.get();
        child = started;
        return started;
    }

    /** Looks after the process; called again and again. */
    synchronized void tend() {
        if (ended || !wanted || (child != null && child.isAlive())) {
            return;
        }
        Child dead = child;
        if (dead != null) {
            Say.progress("The " + name + " process ended unexpectedly (" + dead.exitCode() + "); starting it again");
            child = null;
            forget(dead);
            pause = lived().compareTo(STABLE) > 0 ? SHORTEST_PAUSE : longer(pause);
            retryAt = System.nanoTime() + pause.toNanos();
        }
        if (System.nanoTime() >= retryAt && !Files.exists(hold)) {
            restart();
        }
    }

    /** Ends the process for good. */
    synchronized void stop() {
        ended = true;
        if (child != null) {
            child.stop(grace);
            child = null;
        }
    }

    private static void forget(Child dead) {
        try {
            dead.stop(Duration.ZERO);
        } catch (RuntimeException e) {
            // it is dead; that its file could not be deleted must not keep the next one away
            Say.progress("What is left of a process cannot be tidied up: " + e);
        }
    }

    private void restart() {
        try {
            start();
        } catch (RuntimeException e) {
            // a full disk, say: others go on, and this one comes back when the cause is gone
            Say.progress("The " + name + " process did not start: " + (e instanceof StartFailure ? e.getMessage() : e)
                    + "; trying again");
            pause = longer(pause);
            retryAt = System.nanoTime() + pause.toNanos();
        }
    }

    private Duration lived() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }
}
