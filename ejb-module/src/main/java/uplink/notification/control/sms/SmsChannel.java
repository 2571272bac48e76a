package uplink.notification.control.sms;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.PeerState;
import uplink.notification.control.channel.Channel;
import uplink.notification.control.channel.ChannelKind;
import uplink.notification.control.channel.DeliveryReports;
import uplink.notification.control.channel.Message;
import uplink.notification.control.channel.Outcome;
import uplink.shared.Settings;

/**
 * Short messages, by the one gateway that {@code UPLINK_SMS} names: {@code none}, {@code smpp} or {@code http}.
 *
 * <p>What may go wrong in the settings is said at the start, not by the first message.
 */
@ApplicationScoped
public class SmsChannel implements Channel {

    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final int PART = 153;
    private static final long REPORT_SECONDS = 10;

    @Inject
    private Instance<DeliveryReports> reports;

    @Resource
    private ManagedExecutorService threads;

    private final SmsSender sender;
    private final Optional<SmsGateway> gateway;

    public SmsChannel() {
        this(SmsSender.configured(), Settings.text("UPLINK_SMS", "none"));
    }

    private SmsChannel(SmsSender sender, String which) {
        this.sender = sender;
        this.gateway = switch (which) {
            case "none" -> Optional.empty();
            case "smpp" -> Optional.of(new Smpp(SmppSettings.configured(), sender, this::report));
            case "http" -> Optional.of(http(sender));
            default -> throw new IllegalArgumentException("UPLINK_SMS: none, smpp or http");
        };
    }

    SmsChannel(SmsSender sender, SmsGateway gateway) {
        this.sender = sender;
        this.gateway = Optional.of(gateway);
    }

    private static SmsGateway http(SmsSender sender) {
        new HttpSmsReports(); // what is wrong in its settings is said now, too
        return new HttpSms(HttpSmsSettings.configured(), sender);
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.SMS;
    }

    @Override
    public boolean isConfigured() {
        return gateway.isPresent();
    }

    /** To a telephone number in E.164; a text without a word, or of more parts than settings allow, is refused. */
    @Override
    public Outcome send(Message message) {
        if (gateway.isEmpty()) {
            return new Outcome.Later("no gateway for short messages is configured");
        }
        if (!PHONE.matcher(message.to()).matches()) {
            return new Outcome.Refused("no telephone number");
        }
        if (message.text().isBlank()) {
            return new Outcome.Refused("no text");
        }
        boolean tooLong = message.text().length() > PART * sender.mostParts()
                || SmsText.of(message.text(), 0).parts().size() > sender.mostParts();
        return tooLong
                ? new Outcome.Refused("more than " + sender.mostParts() + " parts")
                : gateway.get().send(message);
    }

    /** Sees to it that reports can arrive, also while nothing is sent. */
    public void keep() {
        gateway.ifPresent(SmsGateway::keep);
    }

    public PeerState state() {
        return gateway.map(SmsGateway::state).orElseGet(() -> PeerState.off("sms"));
    }

    @PreDestroy
    void close() {
        gateway.ifPresent(SmsGateway::close);
    }

    /** On a thread of the server's: the library's own know nothing of databases. */
    private void report(String reference, boolean delivered, @Nullable String why) {
        try {
            threads.submit(() -> reports.stream().forEach(r -> r.arrived(ChannelKind.SMS, reference, delivered, why)))
                    .get(REPORT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("a report was not written down", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
