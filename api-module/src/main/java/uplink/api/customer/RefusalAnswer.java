package uplink.api.customer;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.ImportRefusal;
import uplink.shared.BusinessException;
import uplink.shared.Text;

/** A refused row of an import, with the reason in words. */
public record RefusalAnswer(int line, String column, String reason, String message) {

    static RefusalAnswer of(ImportRefusal refusal, Locale locale) {
        return new RefusalAnswer(
                refusal.line(), refusal.column(), refusal.reason(), refusal.message().in(locale));
    }

    /** How many rows the pages before had, as their cursor says. */
    static int offset(@Nullable String cursor) {
        try {
            return cursor == null || cursor.isEmpty() ? 0 : Math.max(0, Integer.parseInt(cursor));
        } catch (NumberFormatException e) {
            throw BusinessException.invalid("cursor", Text.of("shared.page.cursor"));
        }
    }
}
