package uplink.notification.control.channel;

import org.jspecify.annotations.Nullable;

/** Where channels tell what their peers report after a message was handed over. */
public interface DeliveryReports {

    /**
     * A peer says what became of a message, before or after its answer was written down. One that nobody waits for is
     * ignored, a repetition changes nothing.
     *
     * @param reference as the channel answered it in {@link Outcome.Sent}
     * @param why the peer's words when it was not delivered
     */
    void arrived(ChannelKind channel, String reference, boolean delivered, @Nullable String why);
}
