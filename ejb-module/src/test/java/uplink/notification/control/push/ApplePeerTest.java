package uplink.notification.control.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eatthepath.pushy.apns.server.RejectionReason;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.notification.boundary.PushPlatform;
import uplink.notification.boundary.Road;
import uplink.notification.control.channel.Outcome;
import uplink.shared.HttpTalk;
import uplink.testing.Database;
import uplink.testing.Patience;

/** Push messages for apps on Apple's devices, from the event to the server that pushy's makers wrote, over HTTP/2 and TLS. */
class ApplePeerTest {

    private static final KeyPair KEYS = Browser.pair();
    private static final String PHONE = "0123456789abcdef".repeat(4);
    private static final String TABLET = "fedcba9876543210".repeat(4);
    private static Apple apple;
    private static HttpTalk talk;

    private Road road;

    @BeforeAll
    static void start() throws Exception {
        Database.isolate();
        apple = new Apple((ECPublicKey) KEYS.getPublic());
        apple.knows(PHONE);
        talk = new HttpTalk(apple.client(), Patience.LONG);
    }

    @AfterAll
    static void stop() throws Exception {
        Database.rejoin();
        apple.close();
    }

    @BeforeEach
    void empty() {
        apple.got.clear();
        road = road(KEYS, Apple.KEY_ID);
    }

    @Test
    void itIsAcceptedAndNotedOnce() throws Exception {
        UUID device = road.device(PushPlatform.APNS, PHONE, null, null);
        road.happens();
        road.run();
        Apple.Got got = apple.next();
        assertNull(got.reason());
        assertEquals(
                Map.of(
                        "alert",
                        Map.of(
                                "title",
                                "Счёт 000000007 просрочен",
                                "body",
                                "Счёт 000000007 просрочен: 1\u00a0650,00\u00a0₽ нужно было оплатить до 15.12.2026. "
                                        + "Оплатите его, чтобы услугу не приостановили."),
                        "sound",
                        "default"),
                got.payload().get("aps"));
        String message = road.messages().get(0).toString();
        assertEquals(message, got.headers().get("apns-id"));
        assertEquals("alert", got.headers().get("apns-push-type"));
        assertEquals(List.of("sent"), road.states());
        assertEquals(List.of(message), road.references(), "what it answered");
        road.due();
        road.run();
        assertTrue(apple.got.isEmpty());
        assertEquals(List.of(device), road.devices());
    }

    @Test
    void aDeviceWithoutTheAppIsDroppedAndTheOtherIsNot() throws Exception {
        apple.knewUntil(TABLET, Instant.now().minusSeconds(60));
        UUID phone = road.device(PushPlatform.APNS, PHONE, null, null);
        road.device(PushPlatform.APNS, TABLET, null, null);
        road.happens();
        road.run();
        assertEquals(Set.of("sent", "HTTP 410 Unregistered"), new HashSet<>(road.failures()));
        assertEquals(List.of(phone), road.devices());
        road.happens();
        assertEquals(3, road.messages().size(), "to the phone only");
    }

    @Test
    void whatIsNoTokenIsDropped() {
        road.device(PushPlatform.APNS, "ab".repeat(20), null, null);
        road.happens();
        road.run();
        assertEquals(List.of("HTTP 400 BadDeviceToken"), road.failures());
        assertEquals(List.of("dead"), road.states());
        assertEquals(List.of(), road.devices());
    }

    @Test
    void aTokenOfAnotherAppIsDropped() {
        road.device(PushPlatform.APNS, "00".repeat(32), null, null);
        road.happens();
        road.run();
        assertEquals(List.of("HTTP 400 DeviceTokenNotForTopic"), road.failures());
        assertEquals(List.of(), road.devices());
    }

    @Test
    void withAKeyThatIsNotOursNothingGoesOutAndNothingIsLost() throws Exception {
        KeyPair others = Browser.pair();
        Road forged = road(others, Apple.KEY_ID);
        UUID device = forged.device(PushPlatform.APNS, PHONE, null, null);
        forged.happens();
        forged.run();
        assertEquals(RejectionReason.INVALID_PROVIDER_TOKEN, apple.next().reason());
        assertEquals(List.of("HTTP 403 InvalidProviderToken"), forged.failures());
        assertEquals(List.of("waiting"), forged.states());
        assertEquals(List.of(device), forged.devices(), "the device can do nothing for it");
    }

    @Test
    void aKeyThatItDoesNotKnowIsRefused() {
        Apns unknown = apns(KEYS, "OTHER12345");
        assertEquals(
                new Outcome.Later("HTTP 403 InvalidProviderToken"),
                unknown.push(Pushed.token(PushPlatform.APNS, PHONE, null, null), Pushed.message("x")));
    }

    @Test
    void aTextOfAnyLengthIsCutToWhatItTakes() throws Exception {
        Apns apns = apns(KEYS, Apple.KEY_ID);
        assertTrue(
                apns.push(Pushed.token(PushPlatform.APNS, PHONE, null, null), Pushed.message("ж".repeat(10_000)))
                        instanceof Outcome.Sent);
        assertNull(apple.next().reason());
    }

    @Test
    void manyAtOnceAreEachTakenOnce() throws Exception {
        Apns apns = apns(KEYS, Apple.KEY_ID);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Outcome>> sent = java.util.stream.IntStream.range(0, 100)
                    .mapToObj(i -> threads.submit(() ->
                            apns.push(Pushed.token(PushPlatform.APNS, PHONE, null, null), Pushed.message("№ " + i))))
                    .toList();
            for (Future<Outcome> outcome : sent) {
                assertTrue(outcome.get(60, TimeUnit.SECONDS) instanceof Outcome.Sent);
            }
        } finally {
            threads.shutdownNow();
        }
        Set<String> ids = new HashSet<>();
        for (Apple.Got got : apple.got) {
            ids.add(got.headers().get("apns-id"));
        }
        assertEquals(100, apple.got.size());
        assertEquals(100, ids.size());
    }

    /** Apple shows a message in the place of the one before with the same id to collapse. */
    @Test
    void afterAKillBetweenSendingAndNotingTheDeviceShowsItOnce() throws Exception {
        road.device(PushPlatform.APNS, PHONE, null, null);
        road.happens();
        road.runAndDie();
        road.run();
        road.due();
        road.run();
        Apple.Got first = apple.next();
        Apple.Got second = apple.next();
        assertTrue(apple.got.isEmpty());
        String message = road.messages().get(0).toString();
        assertEquals(message, first.headers().get("apns-collapse-id"));
        assertEquals(message, second.headers().get("apns-collapse-id"));
        assertEquals(first.payload(), second.payload());
        assertEquals(List.of("sent"), road.states());
        assertEquals(List.of("sent"), road.attempts());
    }

    private static Road road(KeyPair keys, String keyId) {
        return new Road(new PushChannel(new PushTokens(Database.app()), List.of(apns(keys, keyId))));
    }

    private static Apns apns(KeyPair keys, String keyId) {
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        return new Apns(apple.url(), Apple.TOPIC, new ApnsKey(pem, keyId, Apple.TEAM), talk);
    }
}
