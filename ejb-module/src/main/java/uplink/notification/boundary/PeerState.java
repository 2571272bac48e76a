package uplink.notification.boundary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uplink.shared.Coded;

/**
 * How a peer of a channel does, as this node has seen it since it was started.
 *
 * @param name which one, as settings call it
 * @param address where it is, without any secret; empty when no settings name one
 * @param failure its words, or why there were none; null when there was no failure yet
 */
public record PeerState(
        String name,
        String address,
        Condition condition,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastFailure,
        @Nullable String failure) {

    /** What can be said of it. */
    public enum Condition implements Coded {
        /** No settings: it takes no messages. */
        OFF,
        /** Settings are there, and nothing speaks against sending. */
        READY,
        /** A session is held open. */
        CONNECTED,
        /** The session is lost, and is tried again. */
        DISCONNECTED,
        /** It asked for a pause. */
        PAUSED
    }

    public boolean isConfigured() {
        return condition != Condition.OFF;
    }

    /** One that no settings name. */
    public static PeerState off(String name) {
        return new PeerState(name, "", Condition.OFF, null, null, null);
    }
}
