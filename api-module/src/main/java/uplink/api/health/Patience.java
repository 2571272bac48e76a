package uplink.api.health;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Asks somebody and waits two seconds at most: a health check that hangs is worse than one that says no. */
@ApplicationScoped
public class Patience {

    private static final Logger LOG = Logger.getLogger(Patience.class.getName());
    private static final long SECONDS = 2;

    /** Threads of its own: the server's executors refuse work that a health check hands in. */
    private final ExecutorService threads = Executors.newFixedThreadPool(4, Patience::thread);

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "health");
        thread.setDaemon(true);
        return thread;
    }

    HealthCheckResponse ask(String name, Callable<?> question) {
        Future<?> answer = threads.submit(question);
        try {
            answer.get(SECONDS, TimeUnit.SECONDS);
            return HealthCheckResponse.up(name);
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.WARNING, "not ready: {0}: {1}", new Object[] {name, e});
            answer.cancel(true);
            return HealthCheckResponse.down(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return HealthCheckResponse.down(name);
        }
    }
}
