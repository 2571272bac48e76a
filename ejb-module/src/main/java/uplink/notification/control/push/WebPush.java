package uplink.notification.control.push;

import com.zerodeplibs.webpush.PushSubscription;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.httpclient.StandardHttpClientRequestPreparer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.PushPlatform;
import uplink.notification.control.channel.Message;
import uplink.notification.control.channel.Outcome;
import uplink.notification.control.channel.PeerWatch;
import uplink.shared.HttpTalk;
import uplink.shared.Settings;

/**
 * The push services of browsers (RFC 8030): the text is encrypted for the browser alone (RFC 8291), and we say who we are
 * (RFC 8292). A service that asks for a pause gets one from us for all of them; they are few.
 */
final class WebPush implements PushService {

    /** What RFC 8291 leaves of the 4096 bytes that every service takes. */
    private static final int MOST_BYTES = 3_993;

    private static final int SECRET_BYTES = 16;

    private final VAPIDKeyPair keys;
    private final String subject;
    private final PushHosts hosts;
    private final HttpTalk talk;
    private final PeerWatch watch;

    /** @param subject whom a push service may write to: mailto: or https: */
    WebPush(VAPIDKeyPair keys, String subject, PushHosts hosts, HttpTalk talk) {
        if (!subject.startsWith("mailto:") && !subject.startsWith("https:")) {
            throw new IllegalArgumentException("UPLINK_WEBPUSH_SUBJECT must be mailto:… or https:…");
        }
        this.keys = keys;
        this.subject = subject;
        this.hosts = hosts;
        this.talk = talk;
        this.watch = new PeerWatch("webpush", String.join(", ", hosts.names()));
    }

    /** Null when {@code UPLINK_WEBPUSH_PRIVATE_KEY} is not set. */
    static @Nullable WebPush configured(HttpTalk talk) {
        String secret = Settings.text("UPLINK_WEBPUSH_PRIVATE_KEY", "");
        return secret.isEmpty()
                ? null
                : new WebPush(
                        VapidKeys.of(Settings.text("UPLINK_WEBPUSH_PUBLIC_KEY", ""), secret),
                        Settings.text("UPLINK_WEBPUSH_SUBJECT", Settings.text("UPLINK_PUBLIC_URL", "")),
                        PushHosts.configured(),
                        talk);
    }

    @Override
    public PushPlatform platform() {
        return PushPlatform.WEBPUSH;
    }

    @Override
    public PeerWatch watch() {
        return watch;
    }

    /** For {@code pushManager.subscribe}, in base64url. */
    String publicKey() {
        return keys.extractPublicKeyInUncompressedFormAsString();
    }

    @Override
    public Outcome push(PushToken token, Message message) {
        Optional<URI> endpoint = hosts.allowed(token.address());
        if (endpoint.isEmpty()) {
            return new Outcome.Gone("not an endpoint of a push service that we call");
        }
        if (!hosts.isPublic(endpoint.get())) {
            return watch.later("the push service has no public address");
        }
        Optional<String> payload = PushText.fitting(message, MOST_BYTES, alert -> {
            Map<String, Object> all = new LinkedHashMap<>(alert);
            all.put("id", message.id().toString());
            all.put("data", PushText.data(message));
            return all;
        });
        if (payload.isEmpty()) {
            return new Outcome.Refused("too long");
        }
        return read(talk.send(request(token, topic(message), payload.get())));
    }

    /** Whether a text can be encrypted for who has these keys: a point of P-256, and sixteen bytes. */
    static boolean areKeys(String publicKey, String secret) {
        try {
            UserAgentMessageEncryptionKeyInfo.of(publicKey, secret);
            return Base64.getUrlDecoder().decode(secret).length == SECRET_BYTES;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** By which a service keeps one of several that it could not bring yet (RFC 8030, 5.4): 32 characters at most. */
    private static String topic(Message message) {
        return message.id().toString().replace("-", "");
    }

    private HttpRequest request(PushToken token, String topic, String payload) {
        PushSubscription.Keys browser = new PushSubscription.Keys();
        browser.setP256dh(Objects.requireNonNull(token.publicKey()));
        browser.setAuth(Objects.requireNonNull(token.secret()));
        PushSubscription subscription = new PushSubscription();
        subscription.setEndpoint(token.address());
        subscription.setKeys(browser);
        return StandardHttpClientRequestPreparer.getBuilder()
                .pushSubscription(subscription)
                .vapidJWTExpiresAfter(12, TimeUnit.HOURS)
                .vapidJWTSubject(subject)
                .pushMessage(payload)
                .ttl(1, TimeUnit.DAYS)
                .urgencyNormal()
                .topic(topic)
                .build(keys)
                .toRequest();
    }

    private Outcome read(HttpTalk.Answer answer) {
        if (answer.failure() != null) {
            return watch.later(answer.failure());
        }
        String why = "HTTP " + answer.status();
        return switch (answer.status()) {
            case 200, 201, 202, 204 -> {
                watch.succeeded();
                yield new Outcome.Sent(answer.headers()
                        .firstValue("Location")
                        .filter(location -> location.length() <= 200)
                        .orElse(null));
            }
            case 404, 410 -> new Outcome.Gone(why);
            case 400, 413 -> watch.refused(why);
            case 429, 503 -> watch.afterAPause(why, answer);
            default -> watch.later(why);
        };
    }
}
