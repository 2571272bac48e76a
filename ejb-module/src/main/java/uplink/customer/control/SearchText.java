package uplink.customer.control;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uplink.shared.Macs;

/** What somebody typed to find a customer, as patterns for the folded search line: all of them must match. */
public final class SearchText {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9() .\\-]{5,}");
    private static final Pattern NOT_A_DIGIT = Pattern.compile("[^0-9]");
    private static final Pattern BLANKS = Pattern.compile("[\\s,;]+");

    private SearchText() {}

    /** {@code LIKE} patterns; none for an empty text. A spelled-out telephone number or MAC is one word of digits. */
    public static List<String> patterns(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        String stripped = text.strip();
        String digits = NOT_A_DIGIT.matcher(stripped).replaceAll("");
        if (Macs.isSpelled(stripped)) {
            return List.of("%" + folded(Macs.key(stripped)) + "%");
        }
        if (PHONE.matcher(stripped).matches() && digits.length() >= 5) {
            return List.of("%" + digits + "%");
        }
        return Arrays.stream(BLANKS.split(stripped))
                .filter(word -> !word.isEmpty())
                .limit(8)
                .map(word -> "%" + escaped(folded(word)) + "%")
                .toList();
    }

    /** The same as the database's {@code fold_text}. */
    public static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
