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
 */
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public abstract class EventListener implements MessageListener {

    /** The topic address that every event is published to. */
    public static final String ADDRESS = "uplink.events";

    /**
     * The client id of every listener. With it the resource adapter names a subscription's queue as JMS itself names a
     * shared durable subscription, so that the relay can make the subscriptions before it publishes anything.
     */
    public static final String CLIENT = "Durable";

    @Inject
    private Intake intake;

    /** What the events are for. */
    protected abstract EventHandler handler();

    @Override
    public void onMessage(Message message) {
        intake.take(handler(), message);
    }
}
