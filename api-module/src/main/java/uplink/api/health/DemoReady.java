package uplink.api.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import uplink.demo.boundary.Demo;

/** The demo provider, where one was asked for, is complete. */
@Readiness
@ApplicationScoped
public class DemoReady implements HealthCheck {

    @Inject
    private Demo demo;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("demo").status(demo.isReady()).build();
    }
}
