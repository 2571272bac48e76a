package uplink.api.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** How many requests ended how, and how long they took. */
@ApplicationScoped
public class RequestMetrics {

    private static final Metadata REQUESTS = Metadata.builder()
            .withName("uplink_api_requests")
            .withDescription("Requests to the API by class of status")
            .build();

    @Inject
    private MetricRegistry metrics;

    public void count(int status, long nanos) {
        metrics.timer(REQUESTS, new Tag("status", status / 100 + "xx")).update(Duration.ofNanos(nanos));
    }
}
