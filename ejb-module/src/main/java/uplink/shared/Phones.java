package uplink.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/** Telephone numbers as people write them, and as they are kept: E.164, Russian unless they say otherwise. */
public final class Phones {

    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9() .\\-\u2010-\u2014\u00a0]+");
    private static final Pattern NOT_A_DIGIT = Pattern.compile("[^0-9]");

    private Phones() {}

    /** The number as +7…; empty when it is none. */
    public static Optional<String> normalized(String written) {
        String text = written.strip();
        if (!WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = NOT_A_DIGIT.matcher(text).replaceAll("");
        if (text.startsWith("+")) {
            return international(digits);
        }
        if (digits.length() == 11 && (digits.startsWith("8") || digits.startsWith("7"))) {
            return Optional.of("+7" + digits.substring(1));
        }
        return digits.length() == 10 ? Optional.of("+7" + digits) : Optional.empty();
    }

    private static Optional<String> international(String digits) {
        boolean possible = digits.length() >= 7
                && digits.length() <= 15
                && !digits.startsWith("0")
                && (!digits.startsWith("7") || digits.length() == 11);
        return possible ? Optional.of("+" + digits) : Optional.empty();
    }
}
