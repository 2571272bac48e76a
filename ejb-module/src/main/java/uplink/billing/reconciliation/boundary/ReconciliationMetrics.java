package uplink.billing.reconciliation.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.eclipse.microprofile.metrics.MetadataBuilder;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import uplink.shared.Sql;

/** What Prometheus sees of the reconciliation: how much is open. */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReconciliationMetrics {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private MetricRegistry metrics;

    @PostConstruct
    void register() {
        for (DiscrepancyKind kind : DiscrepancyKind.values()) {
            metrics.gauge(
                    new MetadataBuilder()
                            .withName("uplink_reconciliation_open")
                            .withDescription(
                                    "Discrepancies with the payment providers' registers that nobody has decided")
                            .build(),
                    kind,
                    this::open,
                    new Tag("kind", kind.code()));
        }
    }

    private long open(DiscrepancyKind kind) {
        return Sql.in(database)
                .number("select count(*) from discrepancies where status = 'open' and kind = ?", kind.code());
    }
}
