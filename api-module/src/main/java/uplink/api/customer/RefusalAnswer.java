package uplink.api.customer;

import java.util.Locale;
import uplink.customer.boundary.ImportRefusal;

/** A refused row of an import, with the reason in words. */
public record RefusalAnswer(int line, String column, String reason, String message) {

    static RefusalAnswer of(ImportRefusal refusal, Locale locale) {
        return new RefusalAnswer(
                refusal.line(),
                refusal.column(),
                refusal.reason(),
                refusal.message().in(locale));
    }
}
