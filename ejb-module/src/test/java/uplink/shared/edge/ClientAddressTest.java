package uplink.shared.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    private static final String PROXY = "10.0.0.1";

    @Test
    void onlyAProxyIsBelieved() {
        assertEquals("203.0.113.9", of("203.0.113.9", "198.51.100.1"));
        assertEquals("198.51.100.1", of(PROXY, "198.51.100.1"));
        assertEquals(PROXY, of(PROXY));
    }

    @Test
    void whatTheClientWroteBeforeTheProxyCountsForNothing() {
        assertEquals("203.0.113.9", of(PROXY, "198.51.100.1, 203.0.113.9"));
        assertEquals("203.0.113.9", of(PROXY, "198.51.100.1", "203.0.113.9"), "the proxy added a line of its own");
        assertEquals("203.0.113.9", of(PROXY, "198.51.100.1", "203.0.113.9, " + PROXY));
        assertEquals(PROXY, of(PROXY, "203.0.113.9", "<script>"));
    }

    private static String of(String peer, String... forwarded) {
        return ClientAddress.of(peer, List.of(forwarded), PROXY::equals);
    }
}
