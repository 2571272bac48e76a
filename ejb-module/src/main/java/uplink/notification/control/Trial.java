package uplink.notification.control;

import java.util.stream.Stream;
import uplink.notification.boundary.NoticeChannel;
import uplink.notification.control.channel.Channel;
import uplink.notification.control.channel.ChannelKind;
import uplink.notification.control.channel.Message;
import uplink.notification.control.channel.Outcome;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.shared.Phones;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/** Sends words at once to an address that somebody has typed, to see how they arrive. */
public final class Trial {

    private final Channels channels;

    public Trial(Channels channels) {
        this.channels = channels;
    }

    /**
     * Refusals: {@code invalid-state} when that way has no peer, or with the peer's words when it does not take it.
     *
     * @param before noted once it is clear that there is a peer
     */
    public void send(Message message, NoticeChannel by, Runnable before) {
        Channel channel = channels.find(Coded.of(ChannelKind.class, by.code()))
                .orElseThrow(
                        () -> new BusinessException(ProblemType.INVALID_STATE, Text.of("notification.channel-off")));
        before.run();
        Outcome outcome = channel.send(message);
        String why = outcome instanceof Outcome.Later later
                ? later.why()
                : outcome instanceof Outcome.Refused refused
                        ? refused.why()
                        : outcome instanceof Outcome.Gone gone ? gone.why() : null;
        if (why != null) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("notification.test.refused", why));
        }
    }

    /** An e-mail address or a telephone number as it is kept; {@code validation} at that field. */
    public static String address(NoticeChannel channel, String to, String field) {
        String address = to.strip();
        return switch (channel) {
            case EMAIL ->
                Stream.of(address)
                        .filter(text -> text.matches("[^@\\s]+@[^@\\s]+") && text.length() <= 254)
                        .findFirst()
                        .orElseThrow(() -> noAddress(field));
            case SMS -> Phones.normalized(address).orElseThrow(() -> noAddress(field));
            case APP, PUSH -> throw noAddress(field);
        };
    }

    private static BusinessException noAddress(String field) {
        return BusinessException.invalid(field, Text.of("notification.test.address"));
    }
}
