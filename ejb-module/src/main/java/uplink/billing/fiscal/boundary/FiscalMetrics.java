package uplink.billing.fiscal.boundary;

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
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import uplink.shared.Sql;

/** What Prometheus sees of fiscal receipts: the law gives them hours, not days. */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FiscalMetrics {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private MetricRegistry metrics;

    @PostConstruct
    void register() {
        gauge(
                "uplink_fiscal_receipts_open",
                "Fiscal receipts that are not printed yet",
                "select count(*) from fiscal_receipts where ask_at is not null");
        gauge(
                "uplink_fiscal_receipts_failed",
                "Fiscal receipts that their service refused, and nobody has sent again",
                "select count(*) from fiscal_receipts where status = 'failed'");
        gauge(
                "uplink_fiscal_receipts_oldest_seconds",
                "Age of the oldest fiscal receipt that is not printed yet",
                """
                select coalesce(extract(epoch from clock_timestamp())
                    - ('x' || left(replace(min(id::text), '-', ''), 12))::bit(48)::bigint / 1000, 0)::bigint
                from fiscal_receipts where ask_at is not null""");
    }

    private void gauge(String name, String description, String query) {
        Metadata metadata =
                Metadata.builder().withName(name).withDescription(description).build();
        metrics.gauge(metadata, Sql.in(database), sql -> sql.number(query));
    }
}
