package uplink.shared.events;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.Sql;

/** The database transactions of a consumer: effect and inbox together, or neither. */
@Stateless
@Allowed(Permission.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Delivery {

    private static final Logger LOG = Logger.getLogger(Delivery.class.getName());

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    public Delivery() {}

    Delivery(DataSource database) {
        this.database = database;
    }

    /**
     * Has the effects of those that this consumer did not have before. Lets a refusal of the handler out
     * as it is, and everything else as {@link EventFailedException}.
     */
    @Allowed({Permission.SYSTEM, Permission.EVENT_ADMIN})
    public void once(EventHandler handler, List<Event> events) {
        List<Event> unseen = new Inbox(database).accept(handler.consumer(), events);
        if (!unseen.isEmpty()) {
            handle(handler, unseen);
        }
    }

    private static void handle(EventHandler handler, List<Event> events) {
        try {
            Callers.run(Caller.system(handler.consumer()), () -> handler.onAll(events));
        } catch (BusinessException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new EventFailedException(e);
        }
    }

    /** Records that the feature refused the event, and why. */
    public void refused(String consumer, Event event, String reason) {
        new Inbox(database).refuse(consumer, event.id(), reason);
    }

    /** Keeps a message that will not be offered again. The same one twice is one dead letter. */
    public void park(String consumer, @Nullable Event event, String body, String reason) {
        UUID eventId = event == null
                ? UUID.nameUUIDFromBytes((body.isEmpty() ? reason : body).getBytes(StandardCharsets.UTF_8))
                : event.id();
        Sql.in(database)
                .update(
                        """
                        insert into dead_letters (id, consumer, event_id, type, body, reason, parked_at)
                        values (?, ?, ?, ?, ?, left(?, 2000), clock_timestamp())
                        on conflict (consumer, event_id) do update
                        set reason = excluded.reason, parked_at = excluded.parked_at, replayed_at = null""",
                        Ids.next(),
                        consumer,
                        eventId,
                        event == null ? "unreadable" : event.type(),
                        body.replace("\0", ""),
                        reason.replace("\0", ""));
        LOG.log(Level.SEVERE, "parked as dead letter: consumer {0}, event {1}: {2}", new Object[] {
            consumer, eventId, reason
        });
    }

    /** A dead letter had its effect after all. */
    @Allowed(Permission.EVENT_ADMIN)
    public void replayed(UUID deadLetter) {
        Sql.in(database)
                .update(
                        "update dead_letters set replayed_at = clock_timestamp() where id = ? and replayed_at is null",
                        deadLetter);
    }

    static void log(String consumer, Event event, RuntimeException failure) {
        LOG.log(Level.WARNING, "consumer " + consumer + " failed on " + event.type() + " " + event.id(), failure);
    }
}
