package uplink.billing.payment.control;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Json;

/** What others write, looked at before it is used. */
public final class Claims {

    private Claims() {}

    /** Empty when it is no JSON object. */
    public static Map<String, Object> json(String body) {
        try {
            Map<String, Object> read = Json.readMap(body);
            return read == null ? Map.of() : new HashMap<>(read);
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }

    /** Null when it is none. */
    static @Nullable UUID uuid(@Nullable String id) {
        try {
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Null when it is none. */
    static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** At most four digits; null when it is none. */
    static @Nullable Integer number(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.matches("\\d{1,4}") ? Integer.valueOf(text) : null;
    }

    /** A browser is sent there: null for anything but a web page. */
    static @Nullable String page(@Nullable String address) {
        return address != null && address.matches("https?://[^\\s\"'<>\\\\]{1,2000}") ? address : null;
    }
}
