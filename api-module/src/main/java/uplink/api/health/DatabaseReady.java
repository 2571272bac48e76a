package uplink.api.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import uplink.shared.Sql;

/** The database answers within two seconds. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private Patience patience;

    @Override
    public HealthCheckResponse call() {
        return patience.ask("database", () -> Sql.in(database).number("select 1"));
    }
}
