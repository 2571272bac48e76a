package uplink.audit.boundary;

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
import uplink.audit.control.LastVerification;
import uplink.shared.Sql;

/** What Prometheus sees of the audit trail: whether it was whole when it was last verified, when, and what waits. */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditMetrics {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private MetricRegistry metrics;

    @PostConstruct
    void register() {
        gauge(
                "uplink_audit_findings",
                "What was wrong with the audit trail when it was last verified",
                LastVerification::findings);
        gauge(
                "uplink_audit_verified_timestamp_seconds",
                "When the audit trail was last verified, in seconds since the epoch; 0 before the first time",
                LastVerification::seconds);
        gauge(
                "uplink_audit_unsealed_rows",
                "Rows of the audit trail that wait for their seal",
                sql -> sql.number("select count(*) from audit_unsealed"));
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
