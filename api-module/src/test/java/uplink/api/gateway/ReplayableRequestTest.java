package uplink.api.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.shared.idempotency.RequestMac;

class ReplayableRequestTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OTHER_KEY =
            Base64.getEncoder().encodeToString("k".repeat(32).getBytes(StandardCharsets.UTF_8));

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 1024 * 1024 - 1, 1024 * 1024, 3_000_000})
    void theBodyIsReadAgainAndMakesTheHash(int size) throws IOException {
        byte[] body = new byte[size];
        Arrays.fill(body, (byte) 'x');
        try (ReplayableRequest first = of(body, KEY);
                ReplayableRequest same = of(body, KEY);
                ReplayableRequest other = of(Arrays.copyOf(body, size + 1), KEY)) {
            assertArrayEquals(body, first.getInputStream().readAllBytes());
            assertArrayEquals(body, first.getInputStream().readAllBytes(), "as often as it is asked for");
            assertArrayEquals(first.hash(), same.hash());
            assertFalse(Arrays.equals(first.hash(), other.hash()));
        }
    }

    /** The body may be a change of password: a stolen table must not let anyone try out words. */
    @Test
    void theHashNeedsTheInstallationsKey() throws Exception {
        byte[] body = "{\"password\":\"hunter2\"}".getBytes(StandardCharsets.UTF_8);
        try (ReplayableRequest here = of(body, KEY);
                ReplayableRequest there = of(body, OTHER_KEY)) {
            assertFalse(Arrays.equals(here.hash(), there.hash()));
            MessageDigest plain = MessageDigest.getInstance("SHA-256");
            plain.update("POST /api/v1/x?\n".getBytes(StandardCharsets.UTF_8));
            assertFalse(Arrays.equals(plain.digest(body), here.hash()));
            assertEquals(32, here.hash().length);
        }
    }

    private static ReplayableRequest of(byte[] body, String key) throws IOException {
        return new ReplayableRequest(new FakeRequest("POST", "/v1/x", body).request(), RequestMac.begin(key));
    }
}
