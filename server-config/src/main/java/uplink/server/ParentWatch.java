package uplink.server;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/**
 * A child process's view of its supervisor, through standard input: a byte says "go on", the end of the stream says
 * that the supervisor is gone, and then this process ends in order.
 */
final class ParentWatch {
    private static final long GRACE_MILLIS = 20_000;

    private final CountDownLatch goOn = new CountDownLatch(1);

    private ParentWatch() {}

    static ParentWatch begin() {
        ParentWatch watch = new ParentWatch();
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
        daemon("last-resort", ParentWatch::haltAfterGrace);
        System.exit(0);
    }

    private static void haltAfterGrace() {
        try {
            Thread.sleep(GRACE_MILLIS);
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
