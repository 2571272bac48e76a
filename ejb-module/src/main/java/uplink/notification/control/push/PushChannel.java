package uplink.notification.control.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.PeerState;
import uplink.notification.boundary.PushPlatform;
import uplink.notification.control.channel.Channel;
import uplink.notification.control.channel.ChannelKind;
import uplink.notification.control.channel.Message;
import uplink.notification.control.channel.Outcome;
import uplink.shared.HttpTalk;
import uplink.shared.Settings;

/**
 * Push messages, each to one token (the view {@code message_addresses} has a customer's), by the service of its platform.
 * All three speak HTTP/2, by one client. A token that its service does not know any more is dropped here; the caller need not.
 */
@ApplicationScoped
public class PushChannel implements Channel {

    @Inject
    private PushTokens tokens;

    private final List<PushService> services;

    public PushChannel() {
        HttpTalk talk = new HttpTalk(
                HttpTalk.client(HttpClient.Version.HTTP_2),
                Duration.ofSeconds(Settings.number("UPLINK_PUSH_SECONDS", 10)));
        this.services = Stream.of(
                        Fcm.configured(talk), Apns.configured(talk), Optional.ofNullable(WebPush.configured(talk)))
                .flatMap(Optional::stream)
                .map(PushService.class::cast)
                .toList();
    }

    PushChannel(PushTokens tokens, List<PushService> services) {
        this.tokens = tokens;
        this.services = List.copyOf(services);
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.PUSH;
    }

    @Override
    public boolean isConfigured() {
        return !services.isEmpty();
    }

    @Override
    public Outcome send(Message message) {
        Optional<PushToken> token = token(message.to());
        if (token.isEmpty() || !Objects.equals(token.get().customerId(), message.customerId())) {
            return new Outcome.Gone("no such device, or nobody is signed in there");
        }
        Optional<PushService> service = service(token.get().platform());
        if (service.isEmpty()) {
            return new Outcome.Later("not configured: " + token.get().platform().code());
        }
        if (service.get().watch().isPaused()) {
            return new Outcome.Later("the service asked for a pause");
        }
        Outcome outcome = service.get().push(token.get(), message);
        if (outcome instanceof Outcome.Gone) {
            tokens.drop(token.get().id());
        }
        return outcome;
    }

    /** Platforms that messages can be sent to. */
    public List<PushPlatform> platforms() {
        return services.stream().map(PushService::platform).toList();
    }

    /** Null without Web Push. */
    public @Nullable String webPushKey() {
        return services.stream()
                .filter(WebPush.class::isInstance)
                .map(service -> ((WebPush) service).publicKey())
                .findFirst()
                .orElse(null);
    }

    /** Of every platform, configured or not. */
    public List<PeerState> states() {
        return Arrays.stream(PushPlatform.values())
                .map(platform -> service(platform)
                        .map(service -> service.watch().state(PeerState.Condition.READY))
                        .orElseGet(() -> PeerState.off(platform.code())))
                .toList();
    }

    private Optional<PushService> service(PushPlatform platform) {
        return services.stream().filter(s -> s.platform() == platform).findFirst();
    }

    private Optional<PushToken> token(String id) {
        try {
            return tokens.alive(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
