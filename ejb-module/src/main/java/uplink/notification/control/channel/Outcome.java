package uplink.notification.control.channel;

import org.jspecify.annotations.Nullable;

/** What became of a message that was handed to a peer. */
public sealed interface Outcome {

    /**
     * The peer has it.
     *
     * @param reference the peer's id, by which a later delivery report is recognised; null when the peer gives none
     */
    record Sent(@Nullable String reference) implements Outcome {}

    /** Try again later. */
    record Later(String why) implements Outcome {}

    /** Never: this message will not be taken. */
    record Refused(String why) implements Outcome {}

    /** The address is no more (bounced for good, token withdrawn): stop using it. */
    record Gone(String why) implements Outcome {}
}
