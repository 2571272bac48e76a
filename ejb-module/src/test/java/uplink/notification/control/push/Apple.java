package uplink.notification.control.push;

import com.eatthepath.pushy.apns.auth.ApnsVerificationKey;
import com.eatthepath.pushy.apns.server.MockApnsServer;
import com.eatthepath.pushy.apns.server.MockApnsServerBuilder;
import com.eatthepath.pushy.apns.server.MockApnsServerListener;
import com.eatthepath.pushy.apns.server.PushNotificationHandler;
import com.eatthepath.pushy.apns.server.PushNotificationHandlerFactory;
import com.eatthepath.pushy.apns.server.RejectionReason;
import com.eatthepath.pushy.apns.server.ValidatingPushNotificationHandlerFactory;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import uplink.shared.Json;

/**
 * Apple's push service as pushy, a library for it, has it for its own tests: HTTP/2 over TLS, devices that are known or not
 * any more, and tokens of providers that it verifies.
 *
 * <p>It has to be told to offer HTTP/2 in the handshake (ALPN), as Apple does. Pushy's own client takes HTTP/2 for granted;
 * every other speaks HTTP/1.1 where it is not offered, to which the server says GOAWAY. And it verifies signatures in DER,
 * as pushy's client makes them; a token of RFC 7518 (3.4), which Apple's documents ask for, is put into that form first.
 */
final class Apple implements AutoCloseable {

    static final String TOPIC = "example.isp.cabinet";
    static final String KEY_ID = "KEY1234567";
    static final String TEAM = "TEAM123456";

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String ALIAS = "apple";
    private static final String AUTHORIZATION = "authorization";

    /**
     * What came and what was said of it.
     *
     * @param reason null when it was accepted
     */
    record Got(Map<String, String> headers, Map<String, Object> payload, @Nullable RejectionReason reason) {}

    final BlockingQueue<Got> got = new LinkedBlockingQueue<>();

    private final Set<String> devices = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> gone = new ConcurrentHashMap<>();
    private final EventLoopGroup threads = new NioEventLoopGroup(1);
    private final MockApnsServer server;
    private final X509Certificate certificate;
    private final int port;

    /** @param provider whose tokens are good */
    Apple(ECPublicKey provider) throws Exception {
        KeyStore identity = identity();
        certificate = (X509Certificate) identity.getCertificate(ALIAS);
        ApnsVerificationKey key = new ApnsVerificationKey(KEY_ID, TEAM, provider);
        server = new MockApnsServerBuilder()
                .setServerCredentials(
                        new X509Certificate[] {certificate}, (PrivateKey) identity.getKey(ALIAS, PASSWORD), null)
                .setUseAlpn(true)
                .setEventLoopGroup(threads)
                .setHandlerFactory(standard(new ValidatingPushNotificationHandlerFactory(
                        Map.of(TOPIC, devices), gone, Map.of(KEY_ID, key), Map.of(key, Set.of(TOPIC)))))
                .setListener(new Listener())
                .build();
        port = server.start(0).get(30, TimeUnit.SECONDS);
    }

    String url() {
        return "https://localhost:" + port;
    }

    /** The app is installed there. */
    void knows(String device) {
        devices.add(device);
    }

    /** It was, and is not any more. */
    void knewUntil(String device, Instant end) {
        devices.add(device);
        gone.put(device, end);
    }

    /** As the product's, but for whom it trusts. */
    HttpClient client() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(tls)
                .build();
    }

    Got next() throws InterruptedException {
        Got next = got.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing came");
        }
        return next;
    }

    private static PushNotificationHandlerFactory standard(PushNotificationHandlerFactory pushys) {
        return session -> {
            PushNotificationHandler handler = pushys.buildHandler(session);
            return (headers, payload) -> handler.handlePushNotification(
                    new DefaultHttp2Headers().setAll(headers).set(AUTHORIZATION, inDer(headers.get(AUTHORIZATION))),
                    payload);
        };
    }

    /** Of a token that is no such thing nothing is changed: it is the server that refuses it. */
    private static CharSequence inDer(CharSequence authorization) {
        String token = String.valueOf(authorization);
        int signature = token.lastIndexOf('.') + 1;
        try {
            byte[] plain = Base64.getUrlDecoder().decode(token.substring(signature));
            return token.substring(0, signature)
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(ECDSA.transcodeSignatureToDER(plain));
        } catch (JOSEException | IllegalArgumentException e) {
            return token;
        }
    }

    /** A certificate for this machine, by the JDK's own tool: the library has no way to make one. */
    private static KeyStore identity() throws IOException, InterruptedException, GeneralSecurityException {
        Path directory = Files.createTempDirectory("apple");
        Path file = directory.resolve("identity.p12");
        try {
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            ALIAS,
                            "-keyalg",
                            "EC",
                            "-groupname",
                            "secp256r1",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=dns:localhost",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            new String(PASSWORD))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            KeyStore identity = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                identity.load(in, PASSWORD);
            }
            return identity;
        } finally {
            Files.deleteIfExists(file);
            Files.delete(directory);
        }
    }

    @Override
    public void close() throws InterruptedException, ExecutionException {
        server.shutdown().get();
        // its own threads it would end after seconds of quiet
        threads.shutdownGracefully(0, 5, TimeUnit.SECONDS).get();
    }

    private final class Listener implements MockApnsServerListener {

        @Override
        public void handlePushNotificationAccepted(Http2Headers headers, ByteBuf payload) {
            add(headers, payload, null);
        }

        @Override
        public void handlePushNotificationRejected(
                Http2Headers headers, ByteBuf payload, RejectionReason reason, @Nullable Instant goneSince) {
            add(headers, payload, reason);
        }

        private void add(Http2Headers headers, ByteBuf payload, @Nullable RejectionReason reason) {
            Map<String, String> all = new ConcurrentHashMap<>();
            headers.forEach(header ->
                    all.put(header.getKey().toString(), header.getValue().toString()));
            got.add(new Got(all, Json.readMap(payload.toString(StandardCharsets.UTF_8)), reason));
        }
    }
}
