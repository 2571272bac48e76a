package uplink.shared.gather;

import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Something that was asked for in a {@link Round}.
 *
 * @param future null when there was no room for it
 */
public record Part<T extends @Nullable Object>(String name, @Nullable Future<T> future) {}
