package uplink.shared.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import java.util.stream.Stream;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Event;
import uplink.shared.Outages;

/**
 * What becomes of a message: its effect, a recorded refusal, a dead letter, or another delivery later. It returns when
 * the message is done with and throws when the broker shall bring it again.
 */
@ApplicationScoped
public class Intake {

    /** In bytes as the broker counts them; an event carries ids and values only. */
    static final long LARGEST = 1 << 20;

    static final int TRIES = 8;

    private static final Logger LOG = Logger.getLogger(Intake.class.getName());

    private static final String SIZE = "_AMQ_LARGE_SIZE";

    private final Map<String, GroupCommit> groups = new ConcurrentHashMap<>();

    @Inject
    private Delivery delivery;

    protected Intake() {}

    Intake(Delivery delivery) {
        this.delivery = delivery;
    }

    void take(EventHandler handler, Message message) {
        Callers.run(Caller.system(handler.consumer()), () -> {
            try {
                read(handler, message);
            } catch (JMSException e) {
                throw new IllegalStateException("the message cannot be read from the broker", e);
            }
        });
    }

    private void read(EventHandler handler, Message message) throws JMSException {
        if (isTooLarge(message)) {
            delivery.park(handler.consumer(), null, "", "message " + message.getJMSMessageID() + " is too large");
        } else if (message instanceof TextMessage text && text.getText() != null) {
            decode(handler, text.getText(), message.getIntProperty("JMSXDeliveryCount"));
        } else {
            delivery.park(handler.consumer(), null, "", "message " + message.getJMSMessageID() + " carries no text");
        }
    }

    private void decode(EventHandler handler, String body, int attempt) {
        Event event;
        try {
            event = CloudEvents.read(body);
        } catch (IllegalArgumentException e) {
            delivery.park(handler.consumer(), null, body, String.valueOf(e.getMessage()));
            return;
        }
        deliver(handler, event, body, attempt);
    }

    private void deliver(EventHandler handler, Event event, String body, int attempt) {
        try {
            if (!handler.concerns(event)) {
                return;
            }
            GroupCommit group = groups.computeIfAbsent(handler.consumer(), consumer -> new GroupCommit());
            if (!group.deliver(event, events -> delivery.once(handler, events))) {
                delivery.once(handler, List.of(event));
            }
        } catch (BusinessException e) {
            delivery.refused(handler.consumer(), event, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            RuntimeException failure = EventFailedException.unwrap(e);
            if (attempt < TRIES || isOutage(failure)) {
                throw comesAgain(handler.consumer(), event, attempt, failure);
            }
            Delivery.log(handler.consumer(), event, failure);
            delivery.park(handler.consumer(), event, body, rootOf(failure).toString());
        }
    }

    /** In one line: the whole trace is written when the event is parked. */
    private static ComesAgainException comesAgain(String consumer, Event event, int attempt, Throwable failure) {
        Throwable root = rootOf(failure);
        String what = "event " + event.id() + " (" + event.type() + "), consumer " + consumer + ", attempt " + attempt
                + " failed and comes again: " + root
                + Stream.of(root.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("uplink."))
                        .findFirst()
                        .map(frame -> " at " + frame)
                        .orElse("");
        LOG.warning(what);
        return new ComesAgainException(what);
    }

    /** Told before the body is fetched. */
    static boolean isTooLarge(Message message) throws JMSException {
        return message.propertyExists(SIZE) && message.getLongProperty(SIZE) > LARGEST;
    }

    /** The database was away: that says nothing about the event. */
    static boolean isOutage(Throwable failure) {
        Throwable root = rootOf(failure);
        return Outages.isOne(failure)
                || root instanceof java.io.IOException
                || root instanceof java.sql.SQLException e && e.getSQLState() == null;
    }

    static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
