package uplink.api.http;

import org.jspecify.annotations.Nullable;
import uplink.shared.BusinessException;
import uplink.shared.Text;

/** Cursors of lists that are short or never change in the middle: how many rows the pages before had. */
public final class Offsets {

    private Offsets() {}

    /** Refusals: {@code validation}. */
    public static int of(@Nullable String cursor) {
        try {
            return cursor == null || cursor.isEmpty() ? 0 : Math.max(0, Integer.parseInt(cursor));
        } catch (NumberFormatException e) {
            throw BusinessException.invalid("cursor", Text.of("shared.page.cursor"));
        }
    }
}
