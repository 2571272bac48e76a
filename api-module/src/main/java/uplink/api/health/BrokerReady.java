package uplink.api.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The broker takes a connection within two seconds. */
@Readiness
@ApplicationScoped
public class BrokerReady implements HealthCheck {

    @Resource(lookup = "jms/uplink")
    private ConnectionFactory broker;

    @Inject
    private Patience patience;

    @Override
    public HealthCheckResponse call() {
        return patience.ask("broker", () -> {
            try (JMSContext context = broker.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
                return context.getMetaData().getJMSMajorVersion();
            }
        });
    }
}
