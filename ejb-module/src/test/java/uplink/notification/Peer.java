package uplink.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import uplink.notification.control.channel.Channel;
import uplink.notification.control.channel.ChannelKind;
import uplink.notification.control.channel.Message;
import uplink.notification.control.channel.Outcome;

/** A peer that answers as it is told. */
public final class Peer implements Channel {

    private final ChannelKind kind;
    public final List<Message> got = new ArrayList<>();
    public Function<Message, Outcome> answer = message -> new Outcome.Sent("ref-" + message.id());

    public Peer(ChannelKind kind) {
        this.kind = kind;
    }

    @Override
    public ChannelKind kind() {
        return kind;
    }

    @Override
    public boolean isConfigured() {
        return true;
    }

    @Override
    public Outcome send(Message message) {
        got.add(message);
        return answer.apply(message);
    }

    public Message only() {
        assertEquals(1, got.size(), got.toString());
        return got.get(0);
    }
}
