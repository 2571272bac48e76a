package uplink.notification.control.sms;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uplink.notification.boundary.PeerState;
import uplink.notification.control.channel.Message;
import uplink.notification.control.channel.Outcome;
import uplink.notification.control.channel.PeerWatch;
import uplink.shared.HttpTalk;
import uplink.shared.Json;

/** A gateway that takes one message in one question over HTTP, as {@link HttpSmsSettings} say. */
final class HttpSms implements SmsGateway {

    private static final int LONGEST_REFERENCE = 200;

    private final HttpSmsSettings settings;
    private final SmsSender sender;
    private final HttpTalk talk;
    private final PeerWatch watch;

    HttpSms(HttpSmsSettings settings, SmsSender sender) {
        this.settings = settings;
        this.sender = sender;
        this.talk = new HttpTalk(settings.patience());
        this.watch = new PeerWatch("http", settings.address());
    }

    @Override
    public void keep() {
        // each question stands alone
    }

    @Override
    public PeerState state() {
        return watch.state(PeerState.Condition.READY);
    }

    @Override
    public void close() {
        // nothing is held open
    }

    @Override
    public Outcome send(Message message) {
        if (watch.isPaused()) {
            return new Outcome.Later("the gateway asked for a pause");
        }
        return read(talk.send(request(message)));
    }

    private HttpRequest request(Message message) {
        Map<String, String> parameters = new LinkedHashMap<>(settings.fixed());
        parameters.put(
                settings.names().to(),
                settings.plus() ? message.to() : message.to().substring(1));
        parameters.put(settings.names().text(), message.text());
        if (!sender.shown().isEmpty()) {
            parameters.put(settings.names().from(), sender.shown());
        }
        if (!settings.names().key().isEmpty()) {
            parameters.put(settings.names().key(), message.id().toString());
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.url()).header("Accept", "application/json");
        if (!settings.authorization().isEmpty()) {
            request.header("Authorization", settings.authorization());
        }
        if (settings.method().equals("GET")) {
            return request.uri(with(form(parameters))).GET().build();
        }
        return request.header(
                        "Content-Type",
                        settings.json() ? "application/json" : "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(settings.json() ? Json.write(parameters) : form(parameters)))
                .build();
    }

    private URI with(String query) {
        String url = settings.url().toString();
        return URI.create(url + (url.contains("?") ? "&" : "?") + query);
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(p -> encoded(p.getKey()) + "=" + encoded(p.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    private Outcome read(HttpTalk.Answer answer) {
        if (answer.failure() != null) {
            return watch.later(answer.failure());
        }
        if (settings.accepted().contains(answer.status())) {
            return taken(answer);
        }
        String why = ("HTTP " + answer.status() + " "
                        + at(answer, settings.errorPointer()).orElse(""))
                .strip();
        if (answer.status() == 429 || answer.status() == 503) {
            return watch.afterAPause(why, answer);
        }
        return isForGood(answer.status()) ? watch.refused(why) : watch.later(why);
    }

    /** What is wrong with this message; what is wrong with our account or settings is put right by people, and then goes. */
    private static boolean isForGood(int status) {
        return status == 400 || status == 413 || status == 422;
    }

    private Outcome taken(HttpTalk.Answer answer) {
        Optional<String> error = at(answer, settings.errorPointer());
        if (error.isPresent()) {
            boolean forGood = settings.errorsForGood().isEmpty()
                    || settings.errorsForGood().contains(error.get());
            return forGood ? watch.refused(error.get()) : watch.later(error.get());
        }
        Optional<String> id = at(answer, settings.idPointer());
        if (id.isEmpty() && !settings.idPointer().isEmpty()) {
            return watch.later("an answer without an id");
        }
        watch.succeeded();
        return new Outcome.Sent(id.orElse(null));
    }

    /** Empty when there is nothing, or the answer is no JSON. */
    private static Optional<String> at(HttpTalk.Answer answer, String pointer) {
        return pointer.isEmpty()
                ? Optional.empty()
                : Json.at(answer.body(), pointer)
                        .map(found ->
                                found.length() > LONGEST_REFERENCE ? found.substring(0, LONGEST_REFERENCE) : found);
    }
}
