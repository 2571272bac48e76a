package uplink.customer.boundary;

import org.jspecify.annotations.Nullable;

/**
 * What a heading is to mean from now on.
 *
 * @param heading of the file, at most 100 characters
 * @param column as the guide calls it; null: the column is of no use and passed over
 */
public record HeadingEdit(@Nullable String heading, @Nullable String column) {}
