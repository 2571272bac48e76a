package uplink.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** Main class of the embedded broker's process. Everything it needs comes in as environment variables. */
public final class BrokerProcess {
    private static final String ROLE = "uplink";
    /** Writes a line for every message unless told not to; held here because loggers are weakly referenced. */
    private static final Logger AUDIT = Logger.getLogger("org.apache.activemq.audit");

    private static final String DEAD_LETTERS = "uplink.dead";

    private BrokerProcess() {}

    /** Runs the broker until the process is asked to end or the supervisor is gone. */
    public static void main(String[] arguments) throws Exception {
        ParentWatch.begin();
        AUDIT.setLevel(Level.OFF);
        Environment environment = Environment.ofProcess();
        ActiveMQServer server =
                ActiveMQServers.newActiveMQServer(configuration(environment), null, security(environment), true);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "broker-stop"));
        server.start();
        System.out.println("Broker is up");
    }

    private static void stop(ActiveMQServer server) {
        try {
            server.stop();
        } catch (Exception e) {
            System.out.println("Broker did not stop in order: " + e);
        }
    }

    private static Configuration configuration(Environment environment) throws Exception {
        Path directory = Path.of(environment.need("BROKER_DIRECTORY", "The broker's process"));
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration
                .setName("uplink")
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(directory.resolve("journal").toString())
                .setBindingsDirectory(directory.resolve("bindings").toString())
                .setPagingDirectory(directory.resolve("paging").toString())
                .setLargeMessagesDirectory(directory.resolve("large").toString())
                .setJMXManagementEnabled(false)
                .setSecurityEnabled(true)
                .setSecurityRoles(Map.of(
                        "#",
                        Set.of(new Role(
                                ROLE, true, true, true, true, true, true, true, true, true, true, false, false))))
                .setClusterUser("none")
                .setClusterPassword(environment.need("BROKER_CLUSTER_PASSWORD", "The broker's process"))
                .addAcceptorConfiguration(
                        "core",
                        "tcp://127.0.0.1:" + environment.need("BROKER_PORT", "The broker's process")
                                + "?protocols=CORE");
        configuration.addAddressSetting("#", everyAddress(environment));
        productsAddresses(configuration);
        return configuration;
    }

    /**
     * A failed message comes again after 1, 2, 4 … at most 60 seconds; after the eighth failure it is parked in
     * {@code DLQ.<address>}, where it stays until somebody replays or drops it. A full address goes to disk.
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

    /**
     * What the product's own consumers give up on goes to one queue, which the application keeps as dead letters. Of
     * events the application itself decides, so that an hour without a database makes no good event a dead one.
     */
    private static void productsAddresses(Configuration configuration) {
        configuration.addAddressSetting(
                "uplink.#",
                new AddressSettings()
                        .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS))
                        .setAutoCreateDeadLetterResources(false));
        configuration.addAddressSetting("uplink.events", new AddressSettings().setMaxDeliveryAttempts(-1));
        configuration.addAddressSetting(DEAD_LETTERS, new AddressSettings().setMaxDeliveryAttempts(-1));
        configuration.addAddressConfiguration(new CoreAddressConfiguration()
                .setName(DEAD_LETTERS)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfiguration(QueueConfiguration.of(DEAD_LETTERS).setRoutingType(RoutingType.ANYCAST)));
    }

    private static ActiveMQJAASSecurityManager security(Environment environment) {
        String user = environment.need("UPLINK_JMS_USER", "The broker's process");
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser(user, environment.need("UPLINK_JMS_PASSWORD", "The broker's process"));
        users.addRole(user, ROLE);
        return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users);
    }

    /** Command of the process; it takes the supervisor's class path. */
    static List<String> command(Layout layout) {
        return List.of(
                Jvm.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n",
                "-cp",
                layout.classPath(),
                BrokerProcess.class.getName());
    }
}
