package uplink.shared.events;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Event;

/** The net under the consumers: what the broker itself gave up on becomes a dead letter that people can see. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = "uplink.dead"),
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "artemis"),
            @ActivationConfigProperty(propertyName = "useLocalTx", propertyValue = "true"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeadLetterListener implements MessageListener {

    private static final Logger LOG = Logger.getLogger(DeadLetterListener.class.getName());

    @Inject
    private Delivery delivery;

    /** For the container. */
    public DeadLetterListener() {}

    DeadLetterListener(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void onMessage(Message message) {
        Callers.run(Caller.system("dead-letters"), () -> {
            try {
                park(message);
            } catch (JMSException | RuntimeException e) {
                throw comesAgain(message, e);
            }
        });
    }

    private void park(Message message) throws JMSException {
        String queue = Objects.requireNonNullElse(message.getStringProperty("_AMQ_ORIG_QUEUE"), "unknown");
        String body = message instanceof TextMessage text && !Intake.isTooLarge(message) ? text.getText() : "";
        delivery.park(queue, event(body), body, "given up by the broker, message " + message.getJMSMessageID());
    }

    /** A line each time, the whole story the first time: with the database away it comes again for hours. */
    private static ComesAgainException comesAgain(Message message, Exception failure) {
        int attempt = attempt(message);
        String what = "a dead letter of the broker cannot be kept, attempt " + attempt + ", and comes again: "
                + Intake.rootOf(failure);
        LOG.log(Level.WARNING, what, attempt == 1 ? failure : null);
        return new ComesAgainException(what);
    }

    private static int attempt(Message message) {
        try {
            return message.getIntProperty("JMSXDeliveryCount");
        } catch (JMSException e) {
            return 1;
        }
    }

    private static @Nullable Event event(String body) {
        try {
            return CloudEvents.read(body);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
