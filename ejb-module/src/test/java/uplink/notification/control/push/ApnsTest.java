package uplink.notification.control.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.notification.boundary.PushPlatform;
import uplink.notification.control.channel.Message;
import uplink.notification.control.channel.Outcome;
import uplink.shared.HttpTalk;
import uplink.shared.Json;
import uplink.testing.HttpPeer;
import uplink.testing.HttpPeer.Asked;
import uplink.testing.HttpPeer.Said;
import uplink.testing.Patience;

/** Apple's provider API: what we send, and what its answers mean. */
class ApnsTest {

    private static final String DEVICE = "0123456789abcdef".repeat(4);

    private final HttpPeer apple = new HttpPeer();
    private Duration patience = Patience.LONG;
    private final KeyPair keys = Browser.pair();
    private volatile Said answer = new Said(200, "", Map.of("apns-id", "A-1"));

    ApnsTest() {
        apple.says = asked -> answer;
    }

    @AfterEach
    void close() {
        apple.close();
    }

    @Test
    void itIsSignedAddressedAndSaysWhatTheAppShows() throws Exception {
        Apns apns = apns();
        Message message = Pushed.message("Счёт 7");
        assertEquals(new Outcome.Sent("A-1"), push(apns, message));
        Asked asked = apple.next();
        assertEquals("/3/device/" + DEVICE, asked.path());
        assertEquals("example.isp.cabinet", asked.headers().get("apns-topic"));
        assertEquals("alert", asked.headers().get("apns-push-type"));
        assertEquals(message.id().toString(), asked.headers().get("apns-id"));
        assertTrue(Long.parseLong(asked.headers().get("apns-expiration"))
                > Instant.now().getEpochSecond() + 86_000);
        Map<String, Object> body = Json.readMap(asked.text());
        assertEquals(Map.of("alert", Map.of("title", "Uplink", "body", "Счёт 7"), "sound", "default"), body.get("aps"));
        assertEquals(Pushed.DATA, body.get("data"));
        SignedJWT token = SignedJWT.parse(asked.headers().get("authorization").replace("bearer ", ""));
        assertTrue(token.verify(new ECDSAVerifier((ECPublicKey) keys.getPublic())));
        assertEquals("KEY1234567", token.getHeader().getKeyID());
        assertEquals("TEAM123456", token.getJWTClaimsSet().getIssuer());
        push(apns, message);
        assertEquals(
                asked.headers().get("authorization"),
                apple.next().headers().get("authorization"),
                "Apple refuses those who sign too often");
    }

    @ParameterizedTest
    @CsvSource({
        "410,Unregistered,Gone",
        "410,ExpiredToken,Gone",
        "400,BadDeviceToken,Gone",
        "400,DeviceTokenNotForTopic,Gone",
        "400,PayloadEmpty,Refused",
        "413,PayloadTooLarge,Refused",
        "403,InvalidProviderToken,Later",
        "403,ExpiredProviderToken,Later",
        "429,TooManyRequests,Later",
        "500,InternalServerError,Later",
        "503,Shutdown,Later",
        "404,BadPath,Later"
    })
    void whatItsReasonsMean(int status, String reason, String outcome) {
        answer = Said.of(status, "{\"reason\":\"" + reason + "\"}");
        assertEquals(outcome, push(apns(), Pushed.message("x")).getClass().getSimpleName());
    }

    @Test
    void oneDeviceThatGetsTooManyDoesNotHoldUpTheOthers() {
        answer = Said.of(429, "{\"reason\":\"TooManyRequests\"}");
        Apns apns = apns();
        push(apns, Pushed.message("x"));
        assertFalse(apns.watch().isPaused());
        answer = Said.of(503, "{\"reason\":\"ServiceUnavailable\"}");
        push(apns, Pushed.message("x"));
        assertTrue(apns.watch().isPaused());
    }

    @Test
    void nonsenseAndSilenceAreTriedLater() {
        answer = Said.of(500, "<html>");
        assertEquals(new Outcome.Later("HTTP 500"), push(apns(), Pushed.message("x")));
        answer = HttpPeer.SILENCE;
        patience = Patience.SHORT;
        assertInstanceOf(Outcome.Later.class, push(apns(), Pushed.message("x")));
    }

    private static Outcome push(Apns apns, Message message) {
        return apns.push(Pushed.token(PushPlatform.APNS, DEVICE, null, null), message);
    }

    private Apns apns() {
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        return new Apns(
                apple.url(),
                "example.isp.cabinet",
                new ApnsKey(pem, "KEY1234567", "TEAM123456"),
                new HttpTalk(patience));
    }
}
