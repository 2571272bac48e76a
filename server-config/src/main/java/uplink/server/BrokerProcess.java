package uplink.server;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** Main class of the embedded broker's process. Everything it needs comes in as environment variables. */
public final class BrokerProcess {
    /** Writes a line for every message unless told not to; held here because loggers are weakly referenced. */
    private static final Logger AUDIT = Logger.getLogger("org.apache.activemq.audit");

    private BrokerProcess() {}

    /** Runs the broker until the process is asked to end or the supervisor is gone. */
    public static void main(String[] arguments) throws Exception {
        ParentWatch.begin();
        AUDIT.setLevel(Level.OFF);
        Environment environment = Environment.ofProcess();
        ActiveMQServer server = ActiveMQServers.newActiveMQServer(
                BrokerConfiguration.of(environment), null, security(environment), true);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "broker-stop"));
        server.start();
        System.out.println(Child.UP);
    }

    private static void stop(ActiveMQServer server) {
        try {
            server.stop();
        } catch (Exception e) {
            System.out.println("Broker did not stop in order: " + e);
        }
    }

    private static ActiveMQJAASSecurityManager security(Environment environment) {
        String user = environment.need("UPLINK_JMS_USER", "The broker's process");
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser(user, environment.need("UPLINK_JMS_PASSWORD", "The broker's process"));
        users.addRole(user, BrokerConfiguration.ROLE);
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
