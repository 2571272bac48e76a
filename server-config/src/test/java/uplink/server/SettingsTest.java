package uplink.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 127.0.0.1",
        "127.0.0.1, 127.0.0.1",
        "10.1.2.3, 10.1.2.3",
        "::, [::1]",
        "::1, [0:0:0:0:0:0:0:1]",
        "[::], [::1]",
        "2001:db8::5, [2001:db8:0:0:0:0:0:5]"
    })
    void aListenerIsCalledAtAnAddressThatAUrlMayHave(String bind, String host) {
        assertEquals(host, Settings.reachable(bind));
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThrows(StartFailure.class, () -> Settings.reachable("1.2.3.4.5"));
    }
}
