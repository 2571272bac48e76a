package uplink.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Where the broker is and how the application signs in there. */
record BrokerAccess(String host, int port, boolean tls, String user, String password) {

    static final String EXTERNAL = "UPLINK_JMS_URL";
    private static final int DEFAULT_PORT = 61616;

    /** The external broker named by {@code UPLINK_JMS_URL}, like {@code tcp://host:61616} or {@code ssl://host:61617}. */
    static BrokerAccess external(Environment environment) {
        String url = environment.need(EXTERNAL, EXTERNAL);
        String user = environment.need("UPLINK_JMS_USER", EXTERNAL);
        String password = environment.need("UPLINK_JMS_PASSWORD", EXTERNAL);
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            if (List.of("tcp", "ssl").contains(scheme) && uri.getHost() != null && uri.getRawUserInfo() == null) {
                int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
                return new BrokerAccess(uri.getHost(), port, scheme.equals("ssl"), user, password);
            }
        } catch (URISyntaxException e) {
            // falls through to the refusal
        }
        throw new StartFailure(EXTERNAL + " must look like tcp://host:61616 or ssl://host:61617.");
    }

    /** The value of the resource adapter's {@code ConnectionParameters}. */
    String connectionParameters() {
        List<String> parameters = new ArrayList<>(List.of("host=" + host, "port=" + port));
        if (tls) {
            parameters.add("sslEnabled=true");
        }
        return String.join(";", parameters);
    }
}
