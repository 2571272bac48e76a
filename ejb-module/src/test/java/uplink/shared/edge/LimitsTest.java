package uplink.shared.edge;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;

class LimitsTest {

    @Test
    void tenSignInsAMinuteFromOneAddress() {
        for (int i = 0; i < 10; i++) {
            Limits.guard("sign-in", "198.51.100.1");
        }
        BusinessException refusal =
                assertThrows(BusinessException.class, () -> Limits.guard("sign-in", "198.51.100.1"));
        assertEquals(ProblemType.TOO_MANY_REQUESTS, refusal.type());
        assertEquals(6L, refusal.extensions().get(Limits.RETRY_AFTER));
        assertDoesNotThrow(() -> Limits.guard("sign-in", "198.51.100.2"));
        assertDoesNotThrow(() -> Limits.guard("forgot", "198.51.100.1"));
    }

    @Test
    void fourExportsAnHourForOnePerson() {
        UUID user = UUID.randomUUID();
        for (int i = 0; i < 4; i++) {
            Limits.export(user);
        }
        BusinessException refusal = assertThrows(BusinessException.class, () -> Limits.export(user));
        assertEquals(900L, refusal.extensions().get(Limits.RETRY_AFTER));
        assertDoesNotThrow(() -> Limits.export(UUID.randomUUID()));
    }

    @Test
    void aNetworkOfIpv6IsOneSubscriber() {
        assertEquals(Limits.network("2001:db8:0:1::1"), Limits.network("2001:db8:0:1:ffff::2"));
        assertNotEquals(Limits.network("2001:db8:0:1::1"), Limits.network("2001:db8:0:2::1"));
        assertEquals("192.0.2.7", Limits.network("::ffff:192.0.2.7"));
        assertEquals("192.0.2.7", Limits.network("192.0.2.7"));
        assertEquals("1:2:nonsense", Limits.network("1:2:nonsense"));
    }
}
