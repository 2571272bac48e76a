package uplink.shared.events;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.List;

/** Events as messages: CloudEvents JSON as text, type and id as properties too, for selectors and for people. */
final class EventMessages {

    private EventMessages() {}

    /** Makes the durable subscriptions that are missing, so that nothing published from now on passes a consumer by. */
    static void subscribe(ConnectionFactory broker, List<String> consumers) {
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            for (String consumer : consumers) {
                session.createSharedDurableConsumer(session.createTopic(EventListener.ADDRESS), consumer)
                        .close();
            }
        } catch (JMSException e) {
            throw new BrokerAwayException(e);
        }
    }

    /** Sends all of them or none, in a transaction of the session; returns when the broker keeps them. */
    static void send(ConnectionFactory broker, List<OutboxRow> rows) {
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(Session.SESSION_TRANSACTED);
                MessageProducer producer = session.createProducer(session.createTopic(EventListener.ADDRESS))) {
            for (OutboxRow row : rows) {
                producer.send(message(session, row));
            }
            session.commit();
        } catch (JMSException e) {
            throw new BrokerAwayException(e);
        }
    }

    private static TextMessage message(Session session, OutboxRow row) throws JMSException {
        TextMessage message = session.createTextMessage(row.toCloudEvent());
        message.setJMSType(row.type());
        message.setStringProperty("ce_type", row.type());
        message.setStringProperty("ce_id", row.id().toString());
        message.setStringProperty("content_type", CloudEvents.CONTENT_TYPE);
        return message;
    }
}
