package uplink.api.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
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

    @Resource
    private ManagedExecutorService threads;

    HealthCheckResponse ask(String name, Callable<?> question) {
        Future<?> answer = threads.submit(question);
        try {
            answer.get(SECONDS, TimeUnit.SECONDS);
            return HealthCheckResponse.up(name);
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.WARNING, "not ready: " + name, e);
            answer.cancel(true);
            return HealthCheckResponse.down(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return HealthCheckResponse.down(name);
        }
    }
}
