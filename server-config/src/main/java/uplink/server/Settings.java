package uplink.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * What one run works with, after command line, environment and what the data directory remembers were put together.
 *
 * @param bind address of the public listener
 * @param publicUrl address under which people reach it
 * @param managementPort loopback port of metrics and health
 * @param postgres the embedded database, or null when it is external
 * @param embeddedBroker whether the broker is ours to start
 * @param demoProvider takes the demo's payments, or null
 */
record Settings(
        Environment environment,
        boolean demo,
        String bind,
        int port,
        String publicUrl,
        int managementPort,
        DatabaseAccess database,
        @Nullable Postgres postgres,
        BrokerAccess broker,
        boolean embeddedBroker,
        @Nullable DemoProvider demoProvider) {

    static Settings of(Options options, Environment environment, DataDirectory data, Layout layout) {
        Ports ports = new Ports(data.state(), options.port());
        Postgres postgres = environment.get(DatabaseAccess.EXTERNAL) == null
                ? new Postgres(data, layout.server(), ports.port(Postgres.NAME))
                : null;
        boolean embeddedBroker = environment.get(BrokerAccess.EXTERNAL) == null;
        BrokerAccess broker = embeddedBroker
                ? new BrokerAccess(
                        InetAddress.getLoopbackAddress().getHostAddress(),
                        ports.port("broker"),
                        false,
                        "uplink",
                        data.secrets().password("broker"))
                : BrokerAccess.external(environment);
        return new Settings(
                environment,
                options.demo(),
                environment.get("UPLINK_BIND", "0.0.0.0"),
                options.port(),
                environment.get("UPLINK_PUBLIC_URL", url(options)),
                ports.port("management"),
                postgres == null ? DatabaseAccess.external(environment) : postgres.access(),
                postgres,
                broker,
                embeddedBroker,
                DemoProvider.of(options, environment, data, ports));
    }

    static String url(Options options) {
        return "http://localhost:" + options.port();
    }

    /** The address for calls from this machine. */
    String localUrl() {
        return "http://" + reachable(bind) + ":" + port;
    }

    /** How that listener is named in a URL of this machine: "all addresses" is none that can be called. */
    static String reachable(String bind) {
        try {
            InetAddress address = InetAddress.getByName(bind);
            boolean v6 = address instanceof Inet6Address;
            if (address.isAnyLocalAddress()) {
                return v6 ? "[::1]" : "127.0.0.1";
            }
            return v6 ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
        } catch (UnknownHostException e) {
            throw new StartFailure("UPLINK_BIND is not an address of this machine: " + bind, e);
        }
    }

    /** Tests and demos are short: quick to warm up beats quick in the long run. */
    boolean fastStart() {
        return demo || environment.isTrue("UPLINK_FAST_START");
    }
}
