package uplink.billing.ledger.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.eclipse.microprofile.metrics.MetadataBuilder;
import org.eclipse.microprofile.metrics.MetricRegistry;
import uplink.billing.ledger.control.LastCheck;
import uplink.shared.Sql;

/** What Prometheus sees of the books: whether they added up when they were last checked, and when that was. */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IntegrityMetrics {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private MetricRegistry metrics;

    @PostConstruct
    void register() {
        gauge(
                "uplink_integrity_findings",
                "Rows that broke an invariant of the books at the last check",
                LastCheck::findings);
        gauge(
                "uplink_integrity_checked_timestamp_seconds",
                "When the books were last checked, in seconds since the epoch; 0 before the first check",
                LastCheck::seconds);
    }

    private void gauge(String name, String description, ToLongFunction<Sql> value) {
        metrics.gauge(
                new MetadataBuilder()
                        .withName(name)
                        .withDescription(description)
                        .build(),
                Sql.in(database),
                value::applyAsLong);
    }
}
