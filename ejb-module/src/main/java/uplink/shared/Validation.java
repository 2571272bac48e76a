package uplink.shared;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers everything that is wrong with a request, so that one answer tells it all. */
public final class Validation {

    private final List<FieldError> errors = new ArrayList<>();

    /** Adds an error unless that holds. */
    public Validation check(boolean holds, String field, Text message) {
        if (!holds) {
            errors.add(new FieldError(field, message));
        }
        return this;
    }

    /** The value must be there. */
    public Validation require(String field, @Nullable Object value) {
        return check(value != null, field, Text.of("shared.validation.required"));
    }

    /** A text that must be there: without blanks at its ends, at most so many characters. Empty when it is wrong. */
    public String text(String field, @Nullable String value, int max) {
        String stripped = value == null ? "" : value.strip();
        check(!stripped.isEmpty(), field, Text.of("shared.validation.required"));
        return optional(field, stripped, max) == null ? "" : stripped;
    }

    /** A text that may be missing: null when it is or is blank. */
    public @Nullable String optional(String field, @Nullable String value, int max) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String stripped = value.strip();
        check(stripped.length() <= max, field, Text.of("shared.validation.too-long", max));
        return stripped;
    }

    /** The same for what people write in their own words: numbers of cards in it are masked. */
    public String words(String field, @Nullable String value, int max) {
        return CardNumbers.masked(text(field, value, max));
    }

    /** The same for words that may be missing: null when they are or are blank. */
    public @Nullable String optionalWords(String field, @Nullable String value, int max) {
        String words = optional(field, value, max);
        return words == null ? null : CardNumbers.masked(words);
    }

    /** The amount has no more digits than its currency, which is a known one. */
    public Validation scaled(String field, BigDecimal amount, String currency) {
        int scale = Currency.getInstance(currency).getDefaultFractionDigits();
        return check(
                amount.stripTrailingZeros().scale() <= scale, field, Text.of("shared.money.scale", currency, scale));
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** Refuses with {@code validation} when anything is wrong. */
    public void done() {
        if (!errors.isEmpty()) {
            throw BusinessException.invalid(errors);
        }
    }
}
