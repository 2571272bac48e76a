package uplink.billing.payment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.shared.BusinessException;

class ReturnAddressTest {

    private static final UUID PAYMENT = UUID.randomUUID();
    private final ReturnAddress address =
            ReturnAddress.of("https://my.example.org/", "uplink://app, https://old.example");

    @Test
    void withoutAWishItIsTheCabinet() {
        assertEquals("https://my.example.org/#/payments/" + PAYMENT, address.of(null, PAYMENT));
    }

    @Test
    void thePaymentsIdIsPutIn() {
        assertEquals("https://my.example.org/x?p=" + PAYMENT, address.of("https://my.example.org/x?p={id}", PAYMENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://my.example.org:443/#/a",
                "HTTPS://MY.example.org",
                "uplink://app/paid",
                "https://old.example/x"
            })
    void ownAndAllowedOriginsAreTaken(String wanted) {
        assertEquals(wanted, address.of(wanted, PAYMENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "http://my.example.org/",
                "https://my.example.org:8443/",
                "https://my.example.org@evil.example/",
                "https://user@my.example.org/",
                "https://my.example.org.evil.example/",
                "//evil.example/",
                "/here",
                "javascript:alert(1)",
                "uplink://other/paid",
                "https://my.example.org/a b",
                "http://localhost/"
            })
    void strangersAreNot(String wanted) {
        assertThrows(BusinessException.class, () -> address.of(wanted, PAYMENT));
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThrows(BusinessException.class, () -> address.of("https://my.example.org/" + "a".repeat(1000), PAYMENT));
    }

    @Test
    void thisMachineHasSeveralNames() {
        ReturnAddress demo = ReturnAddress.of("http://localhost:8080", "");
        assertEquals("http://127.0.0.1:8080/#/x", demo.of("http://127.0.0.1:8080/#/x", PAYMENT));
        assertThrows(BusinessException.class, () -> demo.of("http://127.0.0.1:8081/", PAYMENT));
        assertThrows(BusinessException.class, () -> demo.of("https://127.0.0.1:8080/", PAYMENT));
        assertThrows(BusinessException.class, () -> demo.of("http://example.org:8080/", PAYMENT));
    }
}
