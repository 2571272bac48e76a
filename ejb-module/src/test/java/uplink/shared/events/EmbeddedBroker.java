package uplink.shared.events;

import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A real broker with a journal on disk, on a free port of the loopback interface. It can be killed and started again. */
final class EmbeddedBroker implements AutoCloseable {

    private final Path directory;
    private final int port = freePort();
    private EmbeddedActiveMQ server;

    EmbeddedBroker(Path directory) {
        this.directory = directory;
        start();
    }

    void start() {
        try {
            server = new EmbeddedActiveMQ().setConfiguration(configuration());
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a crash would: connections break, nothing is told to anybody. */
    void kill() {
        try {
            server.getActiveMQServer().fail(false);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    ConnectionFactory connections() {
        return new ActiveMQConnectionFactory(
                "tcp://127.0.0.1:" + port + "?reconnectAttempts=0&initialConnectAttempts=1&callTimeout=5000");
    }

    /** The queues that keep what is published to that address. */
    Set<String> queues(String address) {
        try {
            return server.getActiveMQServer().getPostOffice().listQueuesForAddress(SimpleString.of(address)).stream()
                    .map(queue -> queue.getName().toString())
                    .collect(Collectors.toSet());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    private Configuration configuration() throws Exception {
        AddressSettings settings = new AddressSettings()
                .setDeadLetterAddress(SimpleString.of("uplink.dead"))
                .setRedeliveryDelay(10)
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(50)
                .setMaxDeliveryAttempts(-1)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false);
        return new ConfigurationImpl()
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(directory.resolve("journal").toString())
                .setBindingsDirectory(directory.resolve("bindings").toString())
                .setPagingDirectory(directory.resolve("paging").toString())
                .setLargeMessagesDirectory(directory.resolve("large").toString())
                .addAddressSetting("#", settings)
                .addAcceptorConfiguration("core", "tcp://127.0.0.1:" + port + "?protocols=CORE");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
