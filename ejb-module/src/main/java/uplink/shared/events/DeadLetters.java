package uplink.shared.events;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Event;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;

/** Messages that consumers gave up on: to be looked at, and replayed once the cause is gone. */
@Stateless
@Allowed(Permission.EVENT_ADMIN)
public class DeadLetters {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private Delivery delivery;

    private Iterable<EventHandler> handlers = List.of();

    public DeadLetters() {}

    DeadLetters(DataSource database, Delivery delivery, Iterable<EventHandler> handlers) {
        this.database = database;
        this.delivery = delivery;
        this.handlers = handlers;
    }

    @Inject
    void use(@Any Instance<EventHandler> consumers) {
        handlers = consumers;
    }

    /** Newest first; those that were replayed too. */
    public Page<DeadLetter> list(PageRequest page) {
        return Page.of(rows().before(page.before(), page.limit() + 1), page.limit(), letter -> letter.id()
                .toString());
    }

    /** A slice for the console. */
    public List<DeadLetter> list(DeadLetterQuery query) {
        return rows().list(query);
    }

    /** How many the query has in all. */
    public long count(DeadLetterQuery query) {
        return rows().count(query);
    }

    /** Refused with {@code not-found}. */
    public DeadLetter get(UUID id) {
        return load(id);
    }

    /** Everybody who has given up on a message, by name. */
    public List<String> consumers() {
        return rows().consumers();
    }

    /** How many wait for somebody. */
    public long count() {
        return Sql.in(database).number("select count(*) from dead_letters where replayed_at is null");
    }

    /**
     * Gives the event to its consumer again, now, and to no other. Doing it again changes nothing. Refused with {@code
     * not-found}; with {@code invalid-state} when the message cannot be read, its consumer is gone, or fails again.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public DeadLetter replay(UUID id) {
        DeadLetter letter = load(id);
        if (letter.replayedAt() != null) {
            return letter;
        }
        deliver(consumerOf(letter), event(letter));
        delivery.replayed(id);
        return load(id);
    }

    private void deliver(EventHandler consumer, Event event) {
        try {
            delivery.once(consumer, List.of(event));
        } catch (BusinessException e) {
            throw new BusinessException(ProblemType.INVALID_STATE, e.detail());
        } catch (RuntimeException e) {
            Delivery.log(consumer.consumer(), event, EventFailedException.unwrap(e));
            throw refused("shared.dead-letter.failed-again");
        }
    }

    private EventHandler consumerOf(DeadLetter letter) {
        for (EventHandler handler : handlers) {
            if (handler.consumer().equals(letter.consumer())) {
                return handler;
            }
        }
        throw refused("shared.dead-letter.no-consumer");
    }

    private DeadLetter load(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    private DeadLetterRows rows() {
        return new DeadLetterRows(Sql.in(database));
    }

    private static Event event(DeadLetter letter) {
        try {
            return CloudEvents.read(letter.body());
        } catch (IllegalArgumentException e) {
            throw refused("shared.dead-letter.unreadable");
        }
    }

    private static BusinessException refused(String key) {
        return new BusinessException(ProblemType.INVALID_STATE, Text.of(key));
    }
}
