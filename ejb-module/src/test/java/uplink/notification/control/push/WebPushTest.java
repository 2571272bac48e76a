package uplink.notification.control.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.notification.boundary.PushPlatform;
import uplink.notification.control.channel.Message;
import uplink.notification.control.channel.Outcome;
import uplink.shared.HttpTalk;
import uplink.shared.Json;
import uplink.testing.HttpPeer;
import uplink.testing.HttpPeer.Asked;
import uplink.testing.HttpPeer.Said;
import uplink.testing.Patience;

/** Web Push: what a push service sees, what a browser reads, and whom we call at all. */
class WebPushTest {

    private final HttpPeer service = new HttpPeer();
    private Duration patience = Patience.LONG;
    private final KeyPair ours = Browser.pair();
    private final Browser browser = new Browser();
    private volatile Said answer = new Said(201, "", Map.of("Location", "https://push.example/m/1"));

    WebPushTest() {
        service.says = asked -> answer;
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void theBrowserReadsItAndTheServiceKnowsWhoWeAre() throws Exception {
        Message message = Pushed.message("Счёт 7 на 1 650 ₽ 😀");
        assertEquals(new Outcome.Sent("https://push.example/m/1"), push(message));
        Asked asked = service.next();
        assertEquals("aes128gcm", asked.headers().get("Content-Encoding"));
        assertEquals("86400", asked.headers().get("TTL"));
        assertEquals(
                message.id().toString().replace("-", ""),
                asked.headers().get("Topic"),
                "sent twice, and not brought yet, it is one");
        assertEquals(
                Map.of(
                        "title",
                        "Uplink",
                        "body",
                        "Счёт 7 на 1 650 ₽ 😀",
                        "id",
                        message.id().toString(),
                        "data",
                        Pushed.DATA),
                Json.readMap(browser.read(asked.body())));
        assertFalse(asked.text().contains("1 650"));

        String authorization = asked.headers().get("Authorization");
        assertTrue(authorization.matches("vapid t=[^,]+, ?k=[A-Za-z0-9_-]+"), authorization);
        SignedJWT token = SignedJWT.parse(authorization.replaceAll("vapid t=|,.*", ""));
        assertEquals(JWSAlgorithm.ES256, token.getHeader().getAlgorithm());
        assertTrue(token.verify(new ECDSAVerifier((ECPublicKey) ours.getPublic())));
        assertEquals(List.of(service.url()), token.getJWTClaimsSet().getAudience());
        assertEquals("mailto:push@isp.example", token.getJWTClaimsSet().getSubject());
        assertTrue(token.getJWTClaimsSet()
                .getExpirationTime()
                .toInstant()
                .isBefore(Instant.now().plus(Duration.ofDays(1))));
        assertEquals(webPush().publicKey(), authorization.replaceAll(".*k=", ""));
    }

    @Test
    void theSameTextNeverLooksTheSame() {
        push(Pushed.message("x"));
        push(Pushed.message("x"));
        assertNotEquals(service.next().text(), service.next().text());
    }

    @Test
    void aLongTextIsCutToWhatEveryServiceTakes() throws Exception {
        push(Pushed.message("ж".repeat(10_000)));
        Asked asked = service.next();
        assertTrue(asked.body().length <= 4_096, "bytes: " + asked.body().length);
        assertTrue(browser.read(asked.body()).contains("ж…"));
    }

    @ParameterizedTest
    @CsvSource({
        "200,Sent",
        "201,Sent",
        "202,Sent",
        "404,Gone",
        "410,Gone",
        "400,Refused",
        "413,Refused",
        "401,Later",
        "403,Later",
        "302,Later",
        "500,Later",
        "502,Later",
        "429,Later",
        "503,Later"
    })
    void whatItsStatusMeans(int status, String outcome) {
        answer = Said.of(status, "<html>whatever");
        assertEquals(outcome, push(Pushed.message("x")).getClass().getSimpleName());
    }

    @Test
    void whoWantsAPauseGetsOne() {
        answer = new Said(429, "", Map.of("Retry-After", "30"));
        WebPush push = webPush();
        assertInstanceOf(Outcome.Later.class, push.push(token(service.url() + "/s/1"), Pushed.message("x")));
        assertTrue(push.watch().isPaused());
    }

    @Test
    void silenceEndsAfterThePatience() {
        patience = Patience.SHORT;
        answer = HttpPeer.SILENCE;
        assertEquals(new Outcome.Later("no answer in 1 s"), push(Pushed.message("x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://updates.push.services.mozilla.com/x",
                "https://localhost/x",
                "https://127.0.0.1/x",
                "https://[::1]/x",
                "https://169.254.169.254/latest/meta-data",
                "https://metadata.google.internal/",
                "https://updates.push.services.mozilla.com.evil.example/x",
                "https://evil-push.apple.com.example/x",
                "https://push.apple.com/x",
                "https://notpush.apple.com/x",
                "https://updates.push.services.mozilla.com:8443/x",
                "https://updates.push.services.mozilla.com@evil.example/x",
                "https://user@updates.push.services.mozilla.com/x",
                "https://updates.push.services.mozilla.com#@evil.example/",
                "https:updates.push.services.mozilla.com/x",
                "https://updates.push.services.mozilla.com\\@evil.example/",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "//updates.push.services.mozilla.com/x",
                "https:///x",
                "",
                "https://fcm.googleapis.com /x"
            })
    void nobodyElseIsCalled(String endpoint) {
        PushHosts known = PushHosts.configured();
        assertTrue(known.allowed(endpoint).isEmpty(), endpoint);
        assertInstanceOf(
                Outcome.Gone.class,
                new WebPush(vapid(), "mailto:a@b.example", known, new HttpTalk(patience))
                        .push(token(endpoint), Pushed.message("x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com/fcm/send/abc:def",
                "https://updates.push.services.mozilla.com/wpush/v2/gAAAAA",
                "https://web.push.apple.com/QGuQyavXutnMR5m0",
                "https://WNS2-par02p.notify.windows.com/w/?token=BQYAAAD",
                "https://fcm.googleapis.com:443/fcm/send/abc"
            })
    void theServicesOfBrowsersAre(String endpoint) {
        assertTrue(PushHosts.configured().allowed(endpoint).isPresent(), endpoint);
    }

    @Test
    void aKnownNameThatLeadsIntoTheHouseIsNotCalled() {
        // what a poisoned name server would answer
        PushHosts hosts = new PushHosts(List.of("localhost"), true);
        assertTrue(hosts.allowed("https://localhost/x").isPresent());
        assertFalse(hosts.isPublic(URI.create("https://localhost/x")));
        assertEquals(
                new Outcome.Later("the push service has no public address"),
                new WebPush(vapid(), "mailto:a@b.example", hosts, new HttpTalk(patience))
                        .push(token("https://localhost/x"), Pushed.message("x")));
    }

    @Test
    void keysThatAreNoneAreRecognised() {
        assertTrue(WebPush.areKeys(browser.publicKey(), browser.secret()));
        assertFalse(WebPush.areKeys("", ""));
        assertFalse(WebPush.areKeys(browser.publicKey(), Browser.base64(new byte[15])));
        assertFalse(WebPush.areKeys(Browser.base64(new byte[65]), browser.secret()));
        byte[] off = Browser.point((ECPublicKey) ours.getPublic());
        off[64] ^= 1;
        assertFalse(WebPush.areKeys(Browser.base64(off), browser.secret()), "not on the curve");
        assertFalse(WebPush.areKeys("not base64 !", browser.secret()));
    }

    @Test
    void ourKeysMustBelongTogether() {
        String secret = Browser.privateKey(ours);
        assertThrows(
                IllegalArgumentException.class,
                () -> VapidKeys.of(
                        Browser.base64(
                                Browser.point((ECPublicKey) Browser.pair().getPublic())),
                        secret));
        assertThrows(IllegalArgumentException.class, () -> VapidKeys.of("x", secret));
        assertThrows(
                IllegalArgumentException.class,
                () -> new WebPush(vapid(), "push@isp.example", PushHosts.configured(), new HttpTalk(Duration.ZERO)));
    }

    private Outcome push(Message message) {
        return webPush().push(token(service.url() + "/s/1"), message);
    }

    private WebPush webPush() {
        return new WebPush(
                vapid(), "mailto:push@isp.example", new PushHosts(List.of("127.0.0.1"), false), new HttpTalk(patience));
    }

    private com.zerodeplibs.webpush.VAPIDKeyPair vapid() {
        return VapidKeys.of(Browser.base64(Browser.point((ECPublicKey) ours.getPublic())), Browser.privateKey(ours));
    }

    private PushToken token(String endpoint) {
        return Pushed.token(PushPlatform.WEBPUSH, endpoint, browser.publicKey(), browser.secret());
    }
}
