package uplink.shared.events;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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

    private static final String COLUMNS = "id, consumer, event_id, type, body, reason, parked_at, replayed_at";

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
        return Page.of(
                Sql.in(database)
                        .list(
                                "select " + COLUMNS
                                        + """
                                         from dead_letters where (?::uuid is null or id < ?::uuid)
                                        order by id desc limit ?""",
                                DeadLetters::deadLetter,
                                page.before(),
                                page.before(),
                                page.limit() + 1),
                page.limit(),
                letter -> letter.id().toString());
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
        return Sql.in(database)
                .first("select " + COLUMNS + " from dead_letters where id = ?", DeadLetters::deadLetter, id)
                .orElseThrow(BusinessException::notFound);
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

    private static DeadLetter deadLetter(ResultSet row) throws SQLException {
        Timestamp replayed = row.getTimestamp(8);
        return new DeadLetter(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getTimestamp(7).toInstant(),
                replayed == null ? null : replayed.toInstant());
    }
}
