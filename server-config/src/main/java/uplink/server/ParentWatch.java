package uplink.server;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * A child process's view of its supervisor, through standard input: a byte says "go on", the end of the stream says
 * that the supervisor is gone, and then this process ends in order.
 */
final class ParentWatch {
    private final CountDownLatch goOn = new CountDownLatch(1);

    private final Duration grace;

    private ParentWatch(Duration grace) {
        this.grace = grace;
    }

    static ParentWatch begin() {
        return begin(Duration.ofSeconds(20));
    }

    /** Begins to watch; a process that has not ended in order within the grace period is cut off. */
    static ParentWatch begin(Duration grace) {
        ParentWatch watch = new ParentWatch(grace);
        daemon("parent-watch", () -> watch.follow(System.in));
        return watch;
    }

    /** Waits until the supervisor says that what this process needs is there. */
    void awaitGoOn() throws InterruptedException {
        goOn.await();
    }

    private void follow(InputStream in) {
        try {
            while (in.read() >= 0) {
                goOn.countDown();
            }
        } catch (IOException e) {
            // a broken pipe says the same as its end
        }
        daemon("last-resort", this::haltAfterGrace);
        System.exit(0);
    }

    private void haltAfterGrace() {
        try {
            Thread.sleep(grace.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
