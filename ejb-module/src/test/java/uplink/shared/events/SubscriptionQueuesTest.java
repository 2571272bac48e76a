package uplink.shared.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uplink.analytics.boundary.AnalyticsListener;
import uplink.notification.boundary.MailListener;
import uplink.notification.boundary.NotificationListener;

/**
 * The relay makes the very queues that the listeners read from: another one would keep every event for ever, and what
 * is published before the listeners are up would pass them by.
 */
class SubscriptionQueuesTest {

    private static final List<Class<? extends EventListener>> LISTENERS =
            List.of(AnalyticsListener.class, MailListener.class, NotificationListener.class);

    @TempDir
    Path directory;

    @Test
    void theRelaysSubscriptionsAreTheListenersOwn() throws Exception {
        try (EmbeddedBroker broker = new EmbeddedBroker(directory)) {
            EventMessages.subscribe(
                    broker.connections(),
                    LISTENERS.stream()
                            .map(listener -> property(listener, "subscriptionName"))
                            .toList());
            Set<String> read =
                    LISTENERS.stream().map(SubscriptionQueuesTest::queue).collect(Collectors.toSet());
            assertEquals(read, broker.queues(EventListener.ADDRESS));
        }
    }

    /** As the resource adapter names it. */
    private static String queue(Class<?> listener) {
        return ActiveMQDestination.createQueueNameForSubscription(
                        true, property(listener, "clientId"), property(listener, "subscriptionName"))
                .toString();
    }

    private static String property(Class<?> listener, String name) {
        return properties(listener)
                .filter(property -> property.propertyName().equals(name))
                .map(ActivationConfigProperty::propertyValue)
                .findFirst()
                .orElse(null);
    }

    private static Stream<ActivationConfigProperty> properties(Class<?> listener) {
        return Arrays.stream(listener.getAnnotation(MessageDriven.class).activationConfig());
    }
}
