package uplink.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicPortsTest {

    @Test
    void onlyWhatOtherMachinesReachIsPublic() throws IOException {
        try (ServerSocket open = new ServerSocket(0);
                ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = PublicPorts.of(ProcessHandle.current());
            assertTrue(ports.contains(open.getLocalPort()));
            assertFalse(ports.contains(closed.getLocalPort()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0100007F, false",
        "0501A8C0, false",
        "0100000A, false",
        "00000000, true",
        "08080808, true",
        "00000000000000000000000000000000, true",
        "00000000000000000000000001000000, false",
        "0000000000000000FFFF00000100007F, false",
        "0000000000000000FFFF000008080808, true",
        "000000FD000000000000000001000000, false",
        "B80D0120000000000000000001000000, true"
    })
    void addressesAreReadAsTheKernelWritesThem(String address, boolean open) {
        assertEquals(open, PublicPorts.isPublic(address));
    }
}
