package uplink.notification.control.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.notification.boundary.PeerState.Condition;
import uplink.notification.boundary.PushPlatform;
import uplink.notification.control.channel.Message;
import uplink.notification.control.channel.Outcome;
import uplink.shared.HttpTalk;
import uplink.shared.Json;
import uplink.testing.HttpPeer;
import uplink.testing.HttpPeer.Asked;
import uplink.testing.HttpPeer.Said;
import uplink.testing.Patience;

/** Firebase Cloud Messaging, against somebody who looks at what Google would look at. */
class FcmTest {

    private static KeyPair keys;

    private final HttpPeer google = new HttpPeer();
    private Duration patience = Patience.LONG;
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile Said answer = Said.of(200, "{\"name\":\"projects/isp-1/messages/0:15\"}");
    private volatile int tokenStatus = 200;
    private volatile int lifetime = 3599;

    @BeforeAll
    static void key() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
    }

    FcmTest() {
        google.says = asked -> asked.path().equals("/token")
                ? Said.of(
                        tokenStatus,
                        Json.write(Map.of(
                                "access_token",
                                "T" + tokens.incrementAndGet(),
                                "expires_in",
                                lifetime,
                                "error_description",
                                "no such account")))
                : answer;
    }

    @AfterEach
    void close() {
        google.close();
    }

    @Test
    void weSayWhoWeAreOnceAndSendWhatTheAppShows() throws Exception {
        Fcm fcm = fcm();
        Message message = Pushed.message("Счёт 7 на 1 650 ₽");
        assertEquals(new Outcome.Sent("projects/isp-1/messages/0:15"), push(fcm, message));
        Asked asked = google.next();
        assertTrue(
                asked.text().startsWith("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="));
        SignedJWT assertion = SignedJWT.parse(asked.text().replaceFirst(".*assertion=", ""));
        assertTrue(assertion.verify(new RSASSAVerifier((RSAPublicKey) keys.getPublic())));
        assertEquals("kid-1", assertion.getHeader().getKeyID());
        assertEquals(
                "push@isp-1.iam.gserviceaccount.com",
                assertion.getJWTClaimsSet().getIssuer());
        assertEquals(
                google.url() + "/token",
                assertion.getJWTClaimsSet().getAudience().get(0));
        assertEquals(
                "https://www.googleapis.com/auth/firebase.messaging",
                assertion.getJWTClaimsSet().getStringClaim("scope"));
        Instant ends = assertion.getJWTClaimsSet().getExpirationTime().toInstant();
        assertTrue(ends.isAfter(Instant.now()) && ends.isBefore(Instant.now().plusSeconds(3601)));

        Asked sent = google.next();
        assertEquals("/v1/projects/isp-1/messages:send", sent.path());
        assertEquals("Bearer T1", sent.headers().get("Authorization"));
        assertEquals(
                Map.of(
                        "token",
                        "fcm-token",
                        "notification",
                        Map.of("title", "Uplink", "body", "Счёт 7 на 1 650 ₽"),
                        "data",
                        Pushed.DATA,
                        "android",
                        Map.of(
                                "ttl",
                                "86400s",
                                "priority",
                                "HIGH",
                                "notification",
                                Map.of("tag", message.id().toString()))),
                Json.readMap(sent.text()).get("message"));

        push(fcm, message);
        assertEquals("Bearer T1", google.next().headers().get("Authorization"), "the token is kept");
        assertNotNull(fcm.watch().state(Condition.READY).lastSuccess());
    }

    @Test
    void aTokenThatEndsSoonIsNotUsed() {
        lifetime = 60;
        Fcm fcm = fcm();
        push(fcm, Pushed.message("x"));
        push(fcm, Pushed.message("x"));
        assertEquals(2, tokens.get());
    }

    @Test
    void aTokenThatIsRefusedIsFetchedAgainOnce() {
        answer = Said.of(401, error("UNAUTHENTICATED", "THIRD_PARTY_AUTH_ERROR"));
        assertInstanceOf(Outcome.Later.class, push(fcm(), Pushed.message("x")));
        assertEquals(2, tokens.get());
    }

    @Test
    void withoutATokenOfOursItIsTriedLater() {
        tokenStatus = 400;
        assertEquals(new Outcome.Later("no token: HTTP 400 no such account"), push(fcm(), Pushed.message("x")));
    }

    @ParameterizedTest
    @CsvSource({
        "404,NOT_FOUND,UNREGISTERED,Gone",
        "404,NOT_FOUND,,Later",
        "403,PERMISSION_DENIED,SENDER_ID_MISMATCH,Gone",
        "403,PERMISSION_DENIED,,Later",
        "400,INVALID_ARGUMENT,INVALID_ARGUMENT,Refused",
        "500,INTERNAL,INTERNAL,Later",
        "302,,,Later"
    })
    void whatItSaysOfATokenOrAMessage(int status, String general, String own, String outcome) {
        answer = Said.of(status, error(general, own));
        assertEquals(outcome, push(fcm(), Pushed.message("x")).getClass().getSimpleName());
    }

    @ParameterizedTest
    @CsvSource({"429,QUOTA_EXCEEDED,60", "503,UNAVAILABLE,", "429,QUOTA_EXCEEDED,"})
    void whoWantsAPauseGetsOne(int status, String code, String retryAfter) {
        answer = new Said(status, error(code, code), retryAfter == null ? Map.of() : Map.of("Retry-After", retryAfter));
        Fcm fcm = fcm();
        assertInstanceOf(Outcome.Later.class, push(fcm, Pushed.message("x")));
        assertTrue(fcm.watch().isPaused());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "{\"name\":", "[]", "{\"name\":{}}"})
    void nonsenseIsNoSuccess(String body) {
        answer = Said.of(200, body);
        assertEquals(new Outcome.Later("an answer without a name"), push(fcm(), Pushed.message("x")));
    }

    @Test
    void silenceEndsAfterThePatience() {
        patience = Patience.SHORT;
        answer = HttpPeer.SILENCE;
        assertEquals(new Outcome.Later("no answer in 1 s"), push(fcm(), Pushed.message("x")));
    }

    @Test
    void aKeyFileThatIsNoneIsSaidWithoutQuotingIt() {
        HttpTalk talk = new HttpTalk(Duration.ofSeconds(1));
        for (String json : new String[] {"{}", account().replace("BEGIN PRIVATE KEY-----\\n", "BEGIN\\n")}) {
            String said = assertThrows(IllegalArgumentException.class, () -> new GoogleAccount(json, talk))
                    .getMessage();
            assertFalse(said.contains("MII"), said);
        }
        assertThrows(IllegalArgumentException.class, () -> KeyFiles.read("UPLINK_FCM_ACCOUNT_FILE", "/nowhere"));
    }

    private static Outcome push(Fcm fcm, Message message) {
        return fcm.push(Pushed.token(PushPlatform.FCM, "fcm-token", null, null), message);
    }

    private Fcm fcm() {
        HttpTalk talk = new HttpTalk(patience);
        return new Fcm(google.url(), new GoogleAccount(account(), talk), talk);
    }

    private String account() {
        return Json.write(Map.of(
                "type", "service_account",
                "project_id", "isp-1",
                "client_email", "push@isp-1.iam.gserviceaccount.com",
                "private_key_id", "kid-1",
                "private_key",
                        "-----BEGIN PRIVATE KEY-----\n"
                                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                        .encodeToString(keys.getPrivate().getEncoded())
                                + "\n-----END PRIVATE KEY-----\n",
                "token_uri", google.url() + "/token"));
    }

    private static String error(String status, String code) {
        String details = code == null
                ? ""
                : ",\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.BadRequest\"},"
                        + "{\"@type\":\"type.googleapis.com/google.firebase.fcm.v1.FcmError\",\"errorCode\":\"" + code
                        + "\"}]";
        return "{\"error\":{\"code\":1,\"message\":\"m\",\"status\":\"" + status + "\"" + details + "}}";
    }
}
