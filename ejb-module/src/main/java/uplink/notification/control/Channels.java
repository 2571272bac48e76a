package uplink.notification.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uplink.notification.control.channel.Channel;
import uplink.notification.control.channel.ChannelKind;

/** The ways that this installation has. */
@ApplicationScoped
public class Channels {

    private Iterable<Channel> all = List.of();

    protected Channels() {}

    public Channels(Iterable<Channel> all) {
        this.all = all;
    }

    @Inject
    void use(@Any Instance<Channel> channels) {
        all = channels;
    }

    /** Those with a peer. */
    public List<ChannelKind> configured() {
        List<ChannelKind> kinds = new ArrayList<>();
        all.forEach(channel -> {
            if (channel.isConfigured()) {
                kinds.add(channel.kind());
            }
        });
        return kinds;
    }

    /** Empty when there is none, or without a peer. */
    public Optional<Channel> find(ChannelKind kind) {
        for (Channel channel : all) {
            if (channel.kind() == kind && channel.isConfigured()) {
                return Optional.of(channel);
            }
        }
        return Optional.empty();
    }
}
