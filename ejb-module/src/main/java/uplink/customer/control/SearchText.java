package uplink.customer.control;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uplink.shared.Folding;
import uplink.shared.Macs;

/**
 * What somebody typed to find a customer, as patterns for the folded search line. Fragments are found by the trigrams in
 * them; one or two signs have none of their own, so what is that short must begin a word.
 */
public final class SearchText {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9() .\\-]{5,}");
    private static final Pattern NOT_A_DIGIT = Pattern.compile("[^0-9]");
    private static final Pattern BLANKS = Pattern.compile("[\\s,;]+");
    private static final int TRIGRAM = 3;
    private static final int MOST_WORDS = 8;

    private SearchText() {}

    /**
     * Words of which each must be found, each as {@code LIKE} patterns of which one must match; none for an empty text.
     * A spelled-out MAC is one word. What may be one, or a telephone number, is looked for as its letters and digits, or as
     * it was written: contract numbers have dashes and dots, too.
     */
    public static List<List<String>> words(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        String stripped = text.strip();
        String digits = NOT_A_DIGIT.matcher(stripped).replaceAll("");
        if (Macs.isSpelled(stripped)) {
            return either(Folding.folded(Macs.key(stripped)), stripped);
        }
        if (PHONE.matcher(stripped).matches() && digits.length() >= 5) {
            return either(digits, stripped);
        }
        return Arrays.stream(BLANKS.split(stripped))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(SearchText::patterns)
                .toList();
    }

    private static List<List<String>> either(String plain, String asWritten) {
        return List.of(Stream.of(plain, escaped(Folding.folded(asWritten)))
                .distinct()
                .map(SearchText::anywhere)
                .toList());
    }

    private static List<String> patterns(String word) {
        String plain = escaped(Folding.folded(word));
        return word.length() >= TRIGRAM ? List.of(anywhere(plain)) : List.of(plain + "%", "% " + plain + "%");
    }

    private static String anywhere(String plain) {
        return "%" + plain + "%";
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
