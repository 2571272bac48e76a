package uplink.notification.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.notification.control.Channels;
import uplink.notification.control.NoticeWriter;
import uplink.notification.control.OldNews;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Event;
import uplink.shared.Json;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.events.EventHandler;

/** Writes down what a customer has to be told, and by which ways. */
@ApplicationScoped
public class NotificationEvents implements EventHandler {

    static final String CONSUMER = "notification";

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private Channels channels;

    @Inject
    private BusinessClock clock;

    protected NotificationEvents() {}

    /** With the list only. */
    NotificationEvents(DataSource database, BusinessClock clock) {
        this(database, new Channels(List.of()), clock);
    }

    NotificationEvents(DataSource database, Channels channels, BusinessClock clock) {
        this.database = database;
        this.channels = channels;
        this.clock = clock;
    }

    @Override
    @Allowed(Permission.ANYONE)
    public String consumer() {
        return CONSUMER;
    }

    @Override
    @Allowed(Permission.SYSTEM)
    public boolean concerns(Event event) {
        return kindOf(event) != null || outageKindOf(event) != null;
    }

    @Override
    @Allowed(Permission.SYSTEM)
    public void on(Event event) {
        onAll(List.of(event));
    }

    @Override
    @Allowed(Permission.SYSTEM)
    public void onAll(List<Event> events) {
        NoticeWriter writer = new NoticeWriter(Sql.in(database), channels.configured(), OldNews.before(clock));
        Set<String> welcomed = writer.welcomed(events.stream()
                .filter(event -> kindOf(event) == NoticeKind.SERVICE_ACTIVATED)
                .map(Event::subject)
                .toList());
        List<NoticeWriter.Telling> telling = events.stream()
                .filter(event -> kindOf(event) != null)
                .filter(event -> kindOf(event) != NoticeKind.SERVICE_ACTIVATED || !welcomed.contains(event.subject()))
                .map(NotificationEvents::telling)
                .toList();
        if (!telling.isEmpty()) {
            writer.write(telling);
        }
        events.forEach(event -> {
            NoticeKind kind = outageKindOf(event);
            if (kind != null) {
                writer.writeOutage(kind, UUID.fromString(event.subject()), event.id(), event.occurredAt());
            }
        });
    }

    /** Null when nobody is told of it. */
    private static @Nullable NoticeKind kindOf(Event event) {
        return switch (event.type()) {
            case "billing.invoice.created" ->
                "credit-note".equals(event.data().get("kind")) ? null : NoticeKind.INVOICE_ISSUED;
            case "billing.invoice.reminded" ->
                event.data().get("days") instanceof Number days && days.intValue() > 0
                        ? NoticeKind.INVOICE_OVERDUE
                        : NoticeKind.INVOICE_REMINDER;
            case "billing.promise.given" -> NoticeKind.PROMISE_GIVEN;
            case "billing.payment.succeeded" -> NoticeKind.PAYMENT_RECEIVED;
            case "billing.refund.accepted" -> NoticeKind.REFUND_ACCEPTED;
            case "billing.payment.refunded" ->
                "refund".equals(event.data().get("kind")) ? NoticeKind.REFUND_DONE : null;
            case "billing.refund.came-back" -> NoticeKind.REFUND_CAME_BACK;
            case "billing.payment.failed" ->
                "autopay".equals(event.data().get("method")) ? NoticeKind.AUTOPAY_FAILED : null;
            case "billing.autopay.refused" -> NoticeKind.AUTOPAY_REFUSED;
            case "billing.autopay.disabled" ->
                "customer".equals(event.data().get("reason")) ? null : NoticeKind.AUTOPAY_STOPPED;
            case "subscription.suspended" ->
                "frozen".equals(event.data().get("status")) ? NoticeKind.SERVICE_FROZEN : NoticeKind.SERVICE_SUSPENDED;
            case "subscription.restored" -> NoticeKind.SERVICE_RESTORED;
            case "subscription.activated" -> NoticeKind.SERVICE_ACTIVATED;
            case "subscription.changed" -> NoticeKind.SERVICE_CHANGED;
            case "subscription.cancelled" -> NoticeKind.SERVICE_CANCELLED;
            case "auth.signed-in" -> isFirstFromThere(event) ? NoticeKind.NEW_DEVICE : null;
            default -> applicationKindOf(event);
        };
    }

    /** One event that concerns everybody at some places; null: it is none. */
    private static @Nullable NoticeKind outageKindOf(Event event) {
        return switch (event.type()) {
            case "network.outage.started" -> NoticeKind.OUTAGE_STARTED;
            case "network.outage.ended" -> NoticeKind.OUTAGE_ENDED;
            default -> null;
        };
    }

    /** Staff are told by mail only. */
    private static boolean isFirstFromThere(Event event) {
        return Boolean.TRUE.equals(event.data().get("newDevice"))
                && event.data().get("customerId") != null;
    }

    /** Of applications customers are told; who is none yet gets a mail only. */
    private static @Nullable NoticeKind applicationKindOf(Event event) {
        if (event.data().get("customerId") == null) {
            return null;
        }
        return switch (event.type()) {
            case "customer.application.created" -> NoticeKind.APPLICATION_CREATED;
            case "customer.application.feasible" -> NoticeKind.APPLICATION_FEASIBLE;
            case "customer.application.scheduled" -> NoticeKind.APPLICATION_SCHEDULED;
            case "customer.application.called-off" -> NoticeKind.APPLICATION_CALLED_OFF;
            case "customer.application.installed" -> NoticeKind.WELCOME;
            case "customer.application.refused" -> NoticeKind.APPLICATION_REFUSED;
            default -> null;
        };
    }

    private static NoticeWriter.Telling telling(Event event) {
        return new NoticeWriter.Telling(
                Objects.requireNonNull(kindOf(event)),
                customerOf(event),
                event.id(),
                Json.write(event.data()),
                event.occurredAt());
    }

    private static UUID customerOf(Event event) {
        return UUID.fromString(Objects.requireNonNull(event.data().get("customerId"), "customerId")
                .toString());
    }
}
