package uplink.notification.control.push;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.PushPlatform;
import uplink.notification.control.channel.Message;
import uplink.notification.control.channel.Outcome;
import uplink.notification.control.channel.PeerWatch;
import uplink.shared.HttpTalk;
import uplink.shared.Json;
import uplink.shared.Settings;

/** Firebase Cloud Messaging, HTTP v1. */
final class Fcm implements PushService {

    private static final int MOST_BYTES = 4_000;
    private static final int MOST_DETAILS = 5;
    private static final String TTL = "86400s";

    private final String url;
    private final GoogleAccount account;
    private final HttpTalk talk;
    private final PeerWatch watch;

    Fcm(String url, GoogleAccount account, HttpTalk talk) {
        this.url = url.replaceAll("/+$", "");
        this.account = account;
        this.talk = talk;
        this.watch = new PeerWatch("fcm", this.url + " " + account.projectId());
    }

    /** Empty when {@code UPLINK_FCM_ACCOUNT_FILE} names no key file of a service account. */
    static Optional<PushService> configured(HttpTalk talk) {
        String file = Settings.text("UPLINK_FCM_ACCOUNT_FILE", "");
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fcm(
                        Settings.text("UPLINK_FCM_URL", "https://fcm.googleapis.com"),
                        new GoogleAccount(KeyFiles.read("UPLINK_FCM_ACCOUNT_FILE", file), talk),
                        talk));
    }

    @Override
    public PushPlatform platform() {
        return PushPlatform.FCM;
    }

    @Override
    public PeerWatch watch() {
        return watch;
    }

    @Override
    public Outcome push(PushToken token, Message message) {
        Optional<String> body = PushText.fitting(
                message,
                MOST_BYTES,
                alert -> Map.of(
                        "message",
                        Map.of(
                                "token", token.address(),
                                "notification", alert,
                                "data", PushText.data(message),
                                "android", android(message))));
        return body.isEmpty() ? new Outcome.Refused("too long") : push(body.get());
    }

    /** The tag: when it comes twice, the second takes the place of the first on the screen. */
    private static Map<String, Object> android(Message message) {
        return Map.of(
                "ttl",
                TTL,
                "priority",
                "HIGH",
                "notification",
                Map.of("tag", message.id().toString()));
    }

    /** A token of ours that is not accepted any more is fetched again, once. */
    private Outcome push(String body) {
        try {
            Outcome outcome = ask(account.token(), body);
            return outcome == null ? withAnother(body) : outcome;
        } catch (GoogleAccount.NoTokenException e) {
            return watch.later(String.valueOf(e.getMessage()));
        }
    }

    private Outcome withAnother(String body) throws GoogleAccount.NoTokenException {
        Outcome outcome = ask(account.token(), body);
        return outcome == null ? new Outcome.Later("the token is not accepted") : outcome;
    }

    /** Null when the token was no good. */
    private @Nullable Outcome ask(String bearer, String body) {
        HttpTalk.Answer answer = talk.send(
                HttpRequest.newBuilder(URI.create(url + "/v1/projects/" + account.projectId() + "/messages:send"))
                        .header("Authorization", "Bearer " + bearer)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
        if (answer.failure() != null) {
            return watch.later(answer.failure());
        }
        String code = code(answer);
        String why = ("HTTP " + answer.status() + " " + code).strip();
        return switch (answer.status()) {
            case 200 -> sent(answer);
            case 401 -> {
                account.forget(bearer);
                watch.failed(why);
                yield null;
            }
            case 404 -> code.equals("UNREGISTERED") ? new Outcome.Gone(why) : watch.later(why);
            // made for another project's app
            case 403 -> code.equals("SENDER_ID_MISMATCH") ? new Outcome.Gone(why) : watch.later(why);
            case 400 -> watch.refused(why);
            case 429, 503 -> watch.afterAPause(why, answer);
            default -> watch.later(why);
        };
    }

    private Outcome sent(HttpTalk.Answer answer) {
        Optional<String> name = Json.at(answer.body(), "/name");
        if (name.isEmpty()) {
            return watch.later("an answer without a name");
        }
        watch.succeeded();
        return new Outcome.Sent(name.get());
    }

    /** FcmError's code among the details, else the status. */
    private static String code(HttpTalk.Answer answer) {
        return IntStream.range(0, MOST_DETAILS)
                .mapToObj(i -> Json.at(answer.body(), "/error/details/" + i + "/errorCode"))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> Json.at(answer.body(), "/error/status"))
                .filter(code -> code.matches("[A-Z_]{1,50}"))
                .orElse("");
    }
}
