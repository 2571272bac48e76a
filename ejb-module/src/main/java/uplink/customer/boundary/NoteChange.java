package uplink.customer.boundary;

import org.jspecify.annotations.Nullable;

/**
 * What is to change about a note; null leaves it as it is.
 *
 * @param text only by who wrote it
 * @param pinned by anybody who may change customers
 */
public record NoteChange(@Nullable String text, @Nullable Boolean pinned) {}
