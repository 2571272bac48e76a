package uplink.shared.events;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/**
 * A message-driven bean on the event address. The feature's subclass carries {@code @MessageDriven} with its durable
 * subscription and names its handler. Outside of any JTA transaction: the database commits first, then the message is
 * acknowledged; when that gets lost the inbox knows the event.
 *
 * <p>A listener has no client id: with one, the resource adapter would read from another queue than the subscription
 * that the relay makes before it publishes anything.
 */
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public abstract class EventListener implements MessageListener {

    /** The topic address that every event is published to. */
    public static final String ADDRESS = "uplink.events";

    @Inject
    private Intake intake;

    /** What the events are for. */
    protected abstract EventHandler handler();

    @Override
    public void onMessage(Message message) {
        intake.take(handler(), message);
    }
}
