package uplink.customer.boundary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a heading of other programs' files means.
 *
 * @param heading in small letters, with е for ё
 * @param column as the guide calls it; null: the column is of no use and passed over
 * @param changedBy who said so; null: nobody in person
 */
public record ImportHeading(
        ImportKind kind, String heading, @Nullable String column, Instant changedAt, @Nullable String changedBy) {}
