package uplink.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** How the embedded broker keeps, repeats and gives up messages. */
final class BrokerConfiguration {
    static final String ROLE = "uplink";
    /** What the broker gave up; the application stores it where people see it. */
    private static final String DEAD = "uplink.dead";

    private static final String WHY = "The broker's process";
    private static final int FOR_EVER = -1;

    private BrokerConfiguration() {}

    static Configuration of(Environment environment) throws Exception {
        Path directory = Path.of(environment.need("BROKER_DIRECTORY", WHY));
        Configuration configuration = new ConfigurationImpl()
                .setName("uplink")
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(directory.resolve("journal").toString())
                .setBindingsDirectory(directory.resolve("bindings").toString())
                .setPagingDirectory(directory.resolve("paging").toString())
                .setLargeMessagesDirectory(directory.resolve("large").toString())
                .setJMXManagementEnabled(false)
                .setSecurityEnabled(true)
                .setSecurityRoles(Map.of("#", Set.of(everything())))
                .setClusterUser("none")
                .setClusterPassword(environment.need("BROKER_CLUSTER_PASSWORD", WHY))
                .addAcceptorConfiguration(
                        "core", "tcp://127.0.0.1:" + environment.need("BROKER_PORT", WHY) + "?protocols=CORE");
        configuration.addAddressConfiguration(new CoreAddressConfiguration()
                .setName(DEAD)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfiguration(QueueConfiguration.of(DEAD).setRoutingType(RoutingType.ANYCAST)));
        configuration.addAddressSetting("#", everyAddress(environment));
        // settings that are not named here come from "#"
        configuration.addAddressSetting("uplink.#", givenUp());
        // an hour without the database must not turn good events into dead letters: the application parks poison itself
        configuration.addAddressSetting("uplink.events", givenUp().setMaxDeliveryAttempts(FOR_EVER));
        configuration.addAddressSetting(DEAD, givenUp().setMaxDeliveryAttempts(FOR_EVER));
        return configuration;
    }

    /**
     * A failed message comes again after 1, 2, 4 … at most 60 seconds; after the eighth failure the broker gives it up.
     * A full address goes to disk.
     */
    private static AddressSettings everyAddress(Environment environment) {
        return new AddressSettings()
                .setDeadLetterAddress(SimpleString.of("dead-letters"))
                .setAutoCreateDeadLetterResources(true)
                .setDeadLetterQueuePrefix(SimpleString.of("DLQ."))
                .setExpiryAddress(SimpleString.of("expired"))
                .setAutoCreateExpiryResources(true)
                .setExpiryQueuePrefix(SimpleString.of("EXPIRED."))
                .setRedeliveryDelay(environment.number("UPLINK_JMS_REDELIVERY_MILLIS", 1000, 1, 600_000))
                .setRedeliveryMultiplier(2.0)
                .setRedeliveryCollisionAvoidanceFactor(0.15)
                .setMaxRedeliveryDelay(60_000)
                .setMaxDeliveryAttempts(environment.number("UPLINK_JMS_ATTEMPTS", 8, 1, 100))
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxSizeBytes(20L * 1024 * 1024)
                .setAutoCreateQueues(true)
                .setAutoCreateAddresses(true)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false);
    }

    private static AddressSettings givenUp() {
        return new AddressSettings()
                .setDeadLetterAddress(SimpleString.of(DEAD))
                .setAutoCreateDeadLetterResources(false);
    }

    private static Role everything() {
        return new Role(ROLE, true, true, true, true, true, true, true, true, true, true, false, false);
    }
}
