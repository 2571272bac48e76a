package uplink.shared.events;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;

/**
 * Listens as a message-driven bean does: a shared durable subscription, the message acknowledged after its handler came
 * back and rolled back when the handler threw; a lost connection is opened again.
 */
final class Subscriber implements AutoCloseable {

    private final ConnectionFactory broker;
    private final Intake intake;
    private final EventHandler handler;
    private final Thread thread = new Thread(this::run, "subscriber");
    private volatile boolean over;

    Subscriber(ConnectionFactory broker, Intake intake, EventHandler handler) {
        this.broker = broker;
        this.intake = intake;
        this.handler = handler;
        thread.start();
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        thread.join(10_000);
    }

    private void run() {
        while (!over) {
            try (Connection connection = broker.createConnection();
                    Session session = connection.createSession(Session.SESSION_TRANSACTED);
                    MessageConsumer consumer = session.createSharedDurableConsumer(
                            session.createTopic(EventListener.ADDRESS), handler.consumer())) {
                connection.start();
                while (!over) {
                    take(session, consumer.receive(50));
                }
            } catch (JMSException brokerAway) {
                Thread.onSpinWait();
            }
        }
    }

    private void take(Session session, Message message) throws JMSException {
        if (message == null) {
            return;
        }
        try {
            intake.take(handler, message);
            session.commit();
        } catch (RuntimeException later) {
            session.rollback();
        }
    }
}
