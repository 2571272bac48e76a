package uplink.notification.boundary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one way is doing.
 *
 * @param configured whether there is a peer
 * @param waiting messages that are to go out
 * @param dead messages that were given up
 * @param failures of the peer in a row
 * @param restsTo nothing is tried before; null: it goes on
 * @param why the peer's last words when it failed
 */
public record ChannelHealth(
        NoticeChannel channel,
        boolean configured,
        long waiting,
        long dead,
        int failures,
        @Nullable Instant restsTo,
        @Nullable String why) {}
