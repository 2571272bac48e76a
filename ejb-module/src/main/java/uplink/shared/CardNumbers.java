package uplink.shared;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Numbers of payment cards that somebody wrote into a text: 13 to 19 digits, perhaps in groups, whose check digit is right
 * (ISO/IEC 7812-1). They must not be stored.
 */
public final class CardNumbers {

    private static final Pattern LIKE_A_CARD = Pattern.compile("(?<![0-9])[2-6][0-9](?:[ -]?[0-9]){11,17}(?![0-9])");

    private CardNumbers() {}

    /** The text with all but the last four digits of each replaced by dots. */
    public static String masked(String text) {
        return LIKE_A_CARD.matcher(text).replaceAll(CardNumbers::mask);
    }

    private static String mask(MatchResult found) {
        String digits = found.group().replaceAll("[ -]", "");
        return isCard(digits) ? "•••• " + digits.substring(digits.length() - 4) : found.group();
    }

    /** The check of Luhn: every second digit from the right counts twice. */
    private static boolean isCard(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = digit * 2;
            sum += i % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }
}
