package uplink.shared.events;

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
import uplink.shared.Sql;

/** What Prometheus sees of the events' way: how many wait, since when, and how many nobody could handle. */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventMetrics {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private MetricRegistry metrics;

    @PostConstruct
    void register() {
        gauge(
                "uplink_outbox_events",
                "Events waiting for the broker, counted up to 100000",
                "select count(*) from (select 1 from outbox limit 100000) as waiting");
        gauge(
                "uplink_outbox_oldest_seconds",
                "Age of the oldest event waiting for the broker",
                """
                select coalesce(extract(epoch from clock_timestamp())
                    - ('x' || left(replace(min(id::text), '-', ''), 12))::bit(48)::bigint / 1000, 0)
                from (select id from outbox order by id limit 1) as oldest""");
        gauge(
                "uplink_dead_letters",
                "Messages that a consumer gave up on and nobody replayed",
                "select count(*) from dead_letters where replayed_at is null");
    }

    private void gauge(String name, String description, String query) {
        metrics.gauge(
                new MetadataBuilder()
                        .withName(name)
                        .withDescription(description)
                        .build(),
                Sql.in(database),
                sql -> sql.number(query));
    }
}
