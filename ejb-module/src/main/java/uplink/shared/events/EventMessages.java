package uplink.shared.events;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import java.util.List;

/** Events as messages: CloudEvents JSON as text, type and id as properties too, for selectors and for people. */
final class EventMessages {

    private EventMessages() {}

    /** Sends within the context's transaction. */
    static void send(JMSContext context, List<OutboxRow> rows) {
        Topic topic = context.createTopic(EventListener.ADDRESS);
        JMSProducer producer = context.createProducer();
        for (OutboxRow row : rows) {
            producer.send(topic, message(context, row));
        }
    }

    private static TextMessage message(JMSContext context, OutboxRow row) {
        TextMessage message = context.createTextMessage(row.toCloudEvent());
        try {
            message.setJMSType(row.type());
            message.setStringProperty("ce_type", row.type());
            message.setStringProperty("ce_id", row.id().toString());
            message.setStringProperty("content_type", CloudEvents.CONTENT_TYPE);
            return message;
        } catch (JMSException e) {
            throw new IllegalStateException("a message refuses its properties", e);
        }
    }
}
