package uplink.notification.boundary;

import java.util.List;

/** By which ways a customer hears of a topic. */
public record TopicPreference(NoticeTopic topic, List<ChannelPreference> channels) {

    public TopicPreference {
        channels = List.copyOf(channels);
    }

    /**
     * Whether one way is wanted.
     *
     * @param mandatory it cannot be switched off
     */
    public record ChannelPreference(NoticeChannel channel, boolean wanted, boolean mandatory) {}
}
