package uplink.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list ordered by descending id.
 *
 * @param limit 1 to 100
 * @param before the last id of the page before, as the cursor says; null for the first page
 */
public record PageRequest(int limit, @Nullable UUID before) {

    /** From the API's {@code limit} and {@code cursor}; refused with {@code validation} when they make no sense. */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        int size = limit == null ? Page.DEFAULT_LIMIT : limit;
        if (size < 1 || size > Page.MAX_LIMIT) {
            throw BusinessException.invalid("limit", Text.of("shared.page.limit", Page.MAX_LIMIT));
        }
        try {
            return new PageRequest(size, cursor == null || cursor.isEmpty() ? null : UUID.fromString(cursor));
        } catch (IllegalArgumentException e) {
            throw BusinessException.invalid("cursor", Text.of("shared.page.cursor"));
        }
    }
}
