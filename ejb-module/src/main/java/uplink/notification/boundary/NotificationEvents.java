package uplink.notification.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.shared.Allowed;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.Json;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.events.EventHandler;

/** Writes down what a customer has to be told. */
@ApplicationScoped
public class NotificationEvents implements EventHandler {

    static final String CONSUMER = "notification";

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    protected NotificationEvents() {}

    NotificationEvents(DataSource database) {
        this.database = database;
    }

    @Override
    public String consumer() {
        return CONSUMER;
    }

    @Override
    @Allowed(Permission.SYSTEM)
    public void on(Event event) {
        switch (event.type()) {
            case "billing.invoice.created" -> {
                if (!"credit-note".equals(event.data().get("kind"))) {
                    tell(NoticeKind.INVOICE_ISSUED, event);
                }
            }
            case "billing.payment.succeeded" -> tell(NoticeKind.PAYMENT_RECEIVED, event);
            case "subscription.suspended" -> tell(NoticeKind.SERVICE_SUSPENDED, event);
            case "subscription.restored" -> tell(NoticeKind.SERVICE_RESTORED, event);
            default -> {
                // nobody is told of it
            }
        }
    }

    private void tell(NoticeKind kind, Event event) {
        String customer = Objects.requireNonNull(event.data().get("customerId"), "customerId")
                .toString();
        Sql.in(database)
                .update(
                        """
                        insert into notifications (id, customer_id, kind, event_id, data, created_at)
                        values (?, ?, ?, ?, ?::jsonb, ?)""",
                        Ids.next(),
                        UUID.fromString(customer),
                        kind.code(),
                        event.id(),
                        Json.write(event.data()),
                        event.occurredAt());
    }
}
