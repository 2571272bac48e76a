package uplink.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInAddressTest {

    @ParameterizedTest
    @CsvSource({"/customers", "/customer?id=01a1f944-8f51-7000-9e17-b3b2b7f49ece&tab=ledger", "/"})
    void theWayBackIsKept(String wanted) {
        assertEquals(wanted, SignInAddress.safe(wanted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "/a/../b",
                "/x?y=<script>",
                "/sign-in"
            })
    void anotherHostIsNot(String wanted) {
        assertEquals("/", SignInAddress.safe(wanted));
    }
}
