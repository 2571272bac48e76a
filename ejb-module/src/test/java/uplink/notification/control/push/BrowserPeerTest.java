package uplink.notification.control.push;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.notification.boundary.PushPlatform;
import uplink.notification.boundary.Road;
import uplink.shared.HttpTalk;
import uplink.shared.Json;
import uplink.testing.Database;
import uplink.testing.NpmPeer;
import uplink.testing.Patience;

/** Push messages for browsers, from the event to what npm's {@code web-push-testing} takes, checks and decrypts. */
class BrowserPeerTest {

    private static final HttpClient CLIENT = HttpTalk.client(HttpClient.Version.HTTP_2);
    private static final KeyPair KEYS = Browser.pair();
    private static NpmPeer service;

    private Road road;

    @BeforeAll
    static void start() {
        Database.isolate();
        service = new NpmPeer("web-push");
    }

    @AfterAll
    static void stop() {
        Database.rejoin();
        service.close();
    }

    @BeforeEach
    void empty() {
        road = new Road(new PushChannel(
                new PushTokens(Database.app()),
                List.of(new WebPush(
                        VapidKeys.of(publicKey(KEYS), Browser.privateKey(KEYS)),
                        "mailto:push@isp.example",
                        new PushHosts(List.of("127.0.0.1"), false),
                        new HttpTalk(CLIENT, Patience.LONG)))));
    }

    @Test
    void theBrowserReadsIt() throws Exception {
        Subscription browser = subscribed(KEYS);
        road.happens();
        road.run();
        assertEquals(List.of("sent"), road.states());
        List<String> read = browser.read();
        assertEquals(1, read.size());
        Map<String, Object> message = Json.readMap(read.get(0));
        assertEquals("Счёт 000000007 просрочен", message.get("title"));
        assertEquals(
                "Счёт 000000007 просрочен: 1\u00a0650,00\u00a0₽ нужно было оплатить до 15.12.2026. "
                        + "Оплатите его, чтобы услугу не приостановили.",
                message.get("body"));
        assertEquals(road.messages().get(0).toString(), message.get("id"));
    }

    @Test
    void eachBrowserReadsItsOwn() throws Exception {
        Subscription home = subscribed(KEYS);
        Subscription work = subscribed(KEYS);
        road.happens();
        road.run();
        assertEquals(List.of("sent", "sent"), road.states());
        Set<Object> ids = new HashSet<>();
        for (Subscription browser : List.of(home, work)) {
            assertEquals(1, browser.read().size());
            ids.add(Json.readMap(browser.read().get(0)).get("id"));
        }
        assertEquals(new HashSet<>(road.messages().stream().map(UUID::toString).toList()), ids);
    }

    @Test
    void oneThatHasExpiredIsDroppedAndTheOtherIsNot() throws Exception {
        Subscription old = subscribed(KEYS);
        Subscription young = subscribed(KEYS);
        asked("/expire-subscription/" + old.hash(), Map.of());
        road.happens();
        road.run();
        assertEquals(Set.of("sent", "HTTP 410"), new HashSet<>(road.failures()));
        assertEquals(List.of(young.device()), road.devices());
        assertEquals(List.of(), old.read());
        assertEquals(1, young.read().size());
        road.happens();
        road.run();
        assertEquals(3, road.messages().size(), "nothing is written to the old one any more");
        assertEquals(2, young.read().size());
    }

    @Test
    void whoAskedForSomebodyElsesMessagesGetsNoneOfOurs() throws Exception {
        Subscription strange = subscribed(Browser.pair());
        road.happens();
        road.run();
        assertEquals(List.of("HTTP 400"), road.failures());
        assertEquals(List.of("dead"), road.states());
        assertEquals(List.of(), strange.read());
    }

    /** What is shown under one id takes the place of what was shown before. */
    @Test
    void afterAKillBetweenSendingAndNotingTheBrowserShowsItOnce() throws Exception {
        Subscription browser = subscribed(KEYS);
        road.happens();
        road.runAndDie();
        road.run();
        road.due();
        road.run();
        List<String> read = browser.read();
        assertEquals(2, read.size());
        assertEquals(read.get(0), read.get(1), "with the id and all");
        assertEquals(List.of("sent"), road.states());
    }

    private record Subscription(UUID device, String hash) {

        /** What the browser has decrypted. */
        List<String> read() throws IOException, InterruptedException {
            return ((List<?>) asked("/get-notifications", Map.of("clientHash", hash))
                            .get("messages"))
                    .stream().map(String::valueOf).toList();
        }
    }

    /** A browser that takes messages of whoever has these keys, registered as the customer's. */
    private Subscription subscribed(KeyPair server) throws IOException, InterruptedException {
        Map<?, ?> given =
                asked("/subscribe", Map.of("userVisibleOnly", "true", "applicationServerKey", publicKey(server)));
        Map<?, ?> keys = (Map<?, ?>) given.get("keys");
        return new Subscription(
                road.device(PushPlatform.WEBPUSH, (String) given.get("endpoint"), (String) keys.get("p256dh"), (String)
                        keys.get("auth")),
                (String) given.get("clientHash"));
    }

    private static Map<?, ?> asked(String path, Map<String, String> body) throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body().startsWith("{")
                ? (Map<?, ?>) Json.readMap(answer.body()).get("data")
                : Map.of();
    }

    private static String publicKey(KeyPair keys) {
        return Browser.base64(Browser.point((ECPublicKey) keys.getPublic()));
    }
}
