package uplink.customer.boundary;

import org.jspecify.annotations.Nullable;

/**
 * A note to be written.
 *
 * @param text at most 4000 characters; numbers of cards in it are masked
 * @param pinned shown above the others; not, unless said
 */
public record NewNote(@Nullable String text, @Nullable Boolean pinned) {}
