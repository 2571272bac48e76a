package uplink.billing.run.boundary;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A worker of the bill run. Outside of any JTA transaction: the chunk's database transaction commits first, then the
 * message is acknowledged; a message that comes twice finds that the chunk is done. How many a node works on at a time
 * is the installation's to say; the launcher always says it.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = ChunkDispatcher.QUEUE),
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "artemis"),
            @ActivationConfigProperty(propertyName = "useLocalTx", propertyValue = "true"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "${ENV=UPLINK_RUN_WORKERS}")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChunkListener implements MessageListener {

    private static final Logger LOG = Logger.getLogger(ChunkListener.class.getName());

    @Inject
    private ChunkDispatcher dispatcher;

    @Override
    public void onMessage(Message message) {
        try {
            dispatcher.receive(message.getBody(String.class));
        } catch (JMSException | IllegalArgumentException | ClassCastException e) {
            // a message that is not ours; the chunk it might have meant is sent again
            LOG.log(Level.WARNING, "a message on the chunk queue cannot be read", e);
        }
    }
}
