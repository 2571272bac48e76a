package uplink.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Starts the broker's process and waits until it listens. */
record BrokerStart(Layout layout, DataDirectory data, BrokerAccess access, Environment environment) {
    static final String NAME = "broker";
    private static final Duration START = Duration.ofSeconds(60);

    Child start() {
        Child child = Child.start(data, NAME, BrokerProcess.command(layout), variables());
        return child.orEnd(() -> await(child));
    }

    private void await(Child child) {
        long deadline = System.nanoTime() + START.toNanos();
        while (!listens()) {
            if (!child.isAlive()) {
                throw new StartFailure(
                        "The broker did not start:\n" + String.join("\n", LogExcerpt.cause(child.tail())));
            }
            if (System.nanoTime() > deadline) {
                throw new StartFailure(
                        "The broker does not answer; see " + data.logs().resolve(NAME + ".log"));
            }
            Pause.millis(100);
        }
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(environment.variables());
        variables.keySet().removeIf(name -> name.startsWith("UPLINK_DB_"));
        variables.put("BROKER_DIRECTORY", data.artemis().toString());
        variables.put("BROKER_PORT", Integer.toString(access.port()));
        variables.put("BROKER_CLUSTER_PASSWORD", data.secrets().password("broker-cluster"));
        variables.put("UPLINK_JMS_USER", access.user());
        variables.put("UPLINK_JMS_PASSWORD", access.password());
        return variables;
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(access.host(), access.port()), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
