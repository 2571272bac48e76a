package uplink.notification.control.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eatthepath.pushy.apns.server.MockApnsServer;
import com.eatthepath.pushy.apns.server.MockApnsServerBuilder;
import com.eatthepath.pushy.apns.server.RejectedNotificationException;
import com.eatthepath.pushy.apns.server.RejectionReason;
import com.eatthepath.pushy.apns.server.UnregisteredDeviceTokenException;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.handler.codec.http2.Http2Headers;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uplink.notification.boundary.PushPlatform;
import uplink.notification.control.channel.Outcome;
import uplink.shared.HttpTalk;

/** The same over HTTP/2 and TLS, as APNs speaks it: against the mock that pushy's makers test with. */
class ApnsOverHttp2Test {

    private static final String GONE = "0".repeat(64);
    private static final String FOREIGN = "1".repeat(64);
    private static final String PHONE = "2".repeat(64);

    private static final BlockingQueue<String> TAKEN = new LinkedBlockingQueue<>();
    private static final NioEventLoopGroup THREADS = new NioEventLoopGroup(1);
    private static MockApnsServer apple;
    private static Apns apns;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        KeyStore store = certificate(folder.resolve("apple.p12"));
        apple = new MockApnsServerBuilder()
                .setServerCredentials(
                        new X509Certificate[] {(X509Certificate) store.getCertificate("apple")},
                        (PrivateKey) store.getKey("apple", "changeit".toCharArray()))
                .setEventLoopGroup(THREADS)
                .setHandlerFactory(session -> (headers, payload) -> {
                    answer(headers);
                    TAKEN.add(headers.get("apns-topic") + " " + headers.path() + " "
                            + payload.toString(StandardCharsets.UTF_8));
                })
                .build();
        int port = apple.start(0).get(10, TimeUnit.SECONDS);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .sslContext(context)
                .build();
        KeyPair keys = Browser.pair();
        apns = new Apns(
                "https://localhost:" + port,
                "example.isp.cabinet",
                new ApnsKey(
                        Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()), "KEY1234567", "TEAM123456"),
                new HttpTalk(client, Duration.ofSeconds(10)));
    }

    @AfterAll
    static void stop() throws Exception {
        apple.shutdown().get(10, TimeUnit.SECONDS);
        THREADS.shutdownGracefully(0, 5, TimeUnit.SECONDS);
    }

    @Test
    void manyGoOverOneConnection() throws Exception {
        List<CompletableFuture<Outcome>> sent = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            sent.add(CompletableFuture.supplyAsync(() -> push(PHONE)));
        }
        for (CompletableFuture<Outcome> outcome : sent) {
            assertInstanceOf(Outcome.Sent.class, outcome.get(20, TimeUnit.SECONDS));
        }
        String one = TAKEN.poll(10, TimeUnit.SECONDS);
        assertTrue(one.startsWith("example.isp.cabinet /3/device/" + PHONE + " {\"aps\":{"), one);
    }

    @Test
    void aTokenThatIsGoneIsGone() {
        assertEquals(new Outcome.Gone("HTTP 410 Unregistered"), push(GONE));
        assertEquals(new Outcome.Gone("HTTP 400 DeviceTokenNotForTopic"), push(FOREIGN));
    }

    private static Outcome push(String token) {
        return apns.push(Pushed.token(PushPlatform.APNS, token, null, null), Pushed.message("Счёт 7"));
    }

    private static void answer(Http2Headers headers) throws RejectedNotificationException {
        if (headers.path().toString().endsWith(GONE)) {
            throw new UnregisteredDeviceTokenException(Instant.now());
        }
        if (headers.path().toString().endsWith(FOREIGN)) {
            throw new RejectedNotificationException(RejectionReason.DEVICE_TOKEN_NOT_FOR_TOPIC);
        }
    }

    /** Java makes certificates by its tool only. */
    private static KeyStore certificate(Path file) throws Exception {
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair", "-alias", "apple", "-keyalg", "EC", "-groupname", "secp256r1", "-dname",
                        "CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1", "-validity", "2", "-storetype",
                        "PKCS12", "-keystore", file.toString(), "-storepass", "changeit")
                .inheritIO()
                .start();
        assertTrue(tool.waitFor(60, TimeUnit.SECONDS) && tool.exitValue() == 0);
        return KeyStore.getInstance(file.toFile(), "changeit".toCharArray());
    }
}
