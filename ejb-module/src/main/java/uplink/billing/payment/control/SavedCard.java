package uplink.billing.payment.control;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A card that a provider keeps for later payments: its token, and what may be shown of it.
 *
 * @param expiresOn the first day on which it is good no more
 */
public record SavedCard(String token, String brand, String last4, @Nullable LocalDate expiresOn) {

    private static final int LONGEST_TOKEN = 255;
    private static final int LONGEST_BRAND = 40;

    /** Empty when it is not what a card looks like: a number, above all, is no token. */
    static Optional<SavedCard> of(
            @Nullable String token,
            @Nullable String brand,
            @Nullable String last4,
            @Nullable Integer year,
            @Nullable Integer month) {
        if (token == null
                || token.isBlank()
                || token.length() > LONGEST_TOKEN
                || token.matches("\\d{12,19}")
                || last4 == null
                || !last4.matches("\\d{4}")) {
            return Optional.empty();
        }
        String name = brand == null ? "" : brand.replaceAll("\\d{5,}", "").strip();
        String shown = name.isEmpty() ? "card" : name.substring(0, Math.min(name.length(), LONGEST_BRAND));
        return Optional.of(new SavedCard(token, shown, last4, end(year, month)));
    }

    private static @Nullable LocalDate end(@Nullable Integer year, @Nullable Integer month) {
        try {
            return year == null || month == null
                    ? null
                    : YearMonth.of(year, month).plusMonths(1).atDay(1);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
