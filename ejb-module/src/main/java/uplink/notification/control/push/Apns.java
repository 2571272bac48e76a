package uplink.notification.control.push;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.PushPlatform;
import uplink.notification.control.channel.Message;
import uplink.notification.control.channel.Outcome;
import uplink.notification.control.channel.PeerWatch;
import uplink.shared.HttpTalk;
import uplink.shared.Json;
import uplink.shared.Settings;
import uplink.shared.SystemTime;

/** Apple Push Notification service, provider API over HTTP/2. */
final class Apns implements PushService {

    private static final int MOST_BYTES = 4_096;
    private static final long KEPT_SECONDS = 86_400;
    /** Of 400: the app or the device is not that token's. */
    private static final Set<String> GONE = Set.of("BadDeviceToken", "DeviceTokenNotForTopic");

    private final String url;
    private final String topic;
    private final ApnsKey key;
    private final HttpTalk talk;
    private final PeerWatch watch;

    Apns(String url, String topic, ApnsKey key, HttpTalk talk) {
        this.url = url.replaceAll("/+$", "");
        this.topic = topic;
        this.key = key;
        this.talk = talk;
        this.watch = new PeerWatch("apns", this.url + " " + topic);
    }

    /** Empty when {@code UPLINK_APNS_KEY_FILE} names no .p8 file. */
    static Optional<PushService> configured(HttpTalk talk) {
        String file = Settings.text("UPLINK_APNS_KEY_FILE", "");
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(new Apns(
                        Settings.text("UPLINK_APNS_URL", "https://api.push.apple.com"),
                        required("UPLINK_APNS_TOPIC"),
                        new ApnsKey(
                                KeyFiles.read("UPLINK_APNS_KEY_FILE", file),
                                required("UPLINK_APNS_KEY_ID"),
                                required("UPLINK_APNS_TEAM")),
                        talk));
    }

    private static String required(String name) {
        String value = Settings.text(name, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("UPLINK_APNS_KEY_FILE needs " + name);
        }
        return value;
    }

    @Override
    public PushPlatform platform() {
        return PushPlatform.APNS;
    }

    @Override
    public PeerWatch watch() {
        return watch;
    }

    @Override
    public Outcome push(PushToken token, Message message) {
        Optional<String> body = PushText.fitting(message, MOST_BYTES, alert -> {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("aps", Map.of("alert", alert, "sound", "default"));
            all.put("data", PushText.data(message));
            return all;
        });
        return body.isEmpty() ? new Outcome.Refused("too long") : push(token, message, body.get());
    }

    private Outcome push(PushToken token, Message message, String body) {
        Outcome outcome = ask(token, message, body);
        outcome = outcome == null ? ask(token, message, body) : outcome;
        return outcome == null ? new Outcome.Later("the key's token is not accepted") : outcome;
    }

    /** Null when our token was no good, and there is another one to try. */
    private @Nullable Outcome ask(PushToken token, Message message, String body) {
        String bearer = key.token();
        HttpTalk.Answer answer = talk.send(HttpRequest.newBuilder(URI.create(url + "/3/device/" + token.address()))
                .header("authorization", "bearer " + bearer)
                .header("apns-topic", topic)
                .header("apns-push-type", "alert")
                .header("apns-priority", "10")
                .header("apns-id", message.id().toString())
                .header("apns-collapse-id", message.id().toString())
                .header("apns-expiration", Long.toString(SystemTime.now().getEpochSecond() + KEPT_SECONDS))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        if (answer.failure() != null) {
            return watch.later(answer.failure());
        }
        String reason = Json.at(answer.body(), "/reason")
                .filter(code -> code.matches("[A-Za-z]{1,50}"))
                .orElse("");
        if (reason.equals("ExpiredProviderToken") && key.renew(bearer)) {
            return null;
        }
        String why = ("HTTP " + answer.status() + " " + reason).strip();
        return switch (answer.status()) {
            case 200 -> {
                watch.succeeded();
                yield new Outcome.Sent(answer.headers().firstValue("apns-id").orElse(null));
            }
            case 410 -> new Outcome.Gone(why);
            case 400, 413 -> GONE.contains(reason) ? new Outcome.Gone(why) : watch.refused(why);
            case 503 -> watch.afterAPause(why, answer);
            // 429 is about this device alone
            default -> watch.later(why);
        };
    }
}
