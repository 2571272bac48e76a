package uplink.notification.boundary;

import org.jspecify.annotations.Nullable;

/**
 * A slice of the messages that were given up, newest first.
 *
 * @param channel null: of every way
 */
public record DeadMessageQuery(@Nullable NoticeChannel channel, int first, int size) {}
