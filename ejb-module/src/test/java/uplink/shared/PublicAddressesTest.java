package uplink.shared;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses somebody else may have us call. */
class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.1.2.3", "169.254.169.254",
                "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.51.100.7",
                "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1",
                "::ffff:10.0.0.1", "64:ff9b::7f00:1", "fe80::1", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1",
                "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "100::1"
            })
    void theseAreNot(String address) throws Exception {
        assertFalse(PublicAddresses.isPublic(InetAddress.getByName(address)), address);
        assertFalse(PublicAddresses.areOf(address), address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.1", "77.88.8.8", "100.63.255.255", "100.128.0.1",
                "172.15.0.1", "172.32.0.1", "192.0.1.1", "192.167.1.1", "198.17.0.1", "198.20.0.1", "223.255.255.255",
                "2001:4860:4860::8888", "2606:4700:4700::1111", "2a02:6b8::feed:0ff", "::ffff:8.8.8.8"
            })
    void theseAre(String address) throws Exception {
        assertTrue(PublicAddresses.isPublic(InetAddress.getByName(address)), address);
    }

    @Test
    void aNameWithoutAddressHasNone() {
        assertFalse(PublicAddresses.areOf("nobody.invalid"));
        assertFalse(PublicAddresses.areOf("localhost"));
    }
}
