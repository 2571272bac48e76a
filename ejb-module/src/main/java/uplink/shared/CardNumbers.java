package uplink.shared;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Numbers of payment cards that somebody wrote into a text: 13 to 19 digits, perhaps in groups, whose check digit is right
 * (ISO/IEC 7812-1). They must not be stored. What stands beside them as a group of its own, like the month of expiry, does
 * not hide them.
 */
public final class CardNumbers {

    private static final Pattern GROUP = Pattern.compile("[0-9]++");
    private static final Pattern BETWEEN = Pattern.compile("[ \\u00a0\\u202f\\p{Pd}]{1,3}");
    private static final Pattern LIKE_A_CARD = Pattern.compile("[2-6][0-9]{12,18}");
    private static final int LONGEST = 19;

    private CardNumbers() {}

    /** The text with all but the last four digits of each replaced by dots. */
    public static String masked(String text) {
        List<MatchResult> groups = GROUP.matcher(text).results().toList();
        StringBuilder masked = new StringBuilder(text.length());
        int copied = 0;
        int first = 0;
        while (first < groups.size()) {
            int last = lastOfCard(text, groups, first);
            for (int i = first + 1; i <= last; i++) {
                // which of two that overlap is the card's, nobody knows
                last = Math.max(last, lastOfCard(text, groups, i));
            }
            if (last >= first) {
                int end = groups.get(last).end();
                String digits = text.substring(groups.get(first).start(), end).replaceAll("[^0-9]", "");
                masked.append(text, copied, groups.get(first).start())
                        .append("•••• ")
                        .append(digits, digits.length() - 4, digits.length());
                copied = end;
            }
            first = Math.max(first, last) + 1;
        }
        return masked.append(text, copied, text.length()).toString();
    }

    /** Where the longest number of a card ends that begins with this group; -1: none does. */
    private static int lastOfCard(String text, List<MatchResult> groups, int first) {
        StringBuilder digits = new StringBuilder();
        int last = -1;
        for (int i = first; i < groups.size() && (i == first || goesOn(text, groups, i)); i++) {
            digits.append(groups.get(i).group());
            if (digits.length() > LONGEST) {
                break;
            }
            last = isCard(digits.toString()) ? i : last;
        }
        return last;
    }

    private static boolean goesOn(String text, List<MatchResult> groups, int i) {
        String between = text.substring(groups.get(i - 1).end(), groups.get(i).start());
        return BETWEEN.matcher(between).matches();
    }

    private static boolean isCard(String digits) {
        return LIKE_A_CARD.matcher(digits).matches() && checks(digits);
    }

    /** The check of Luhn: every second digit from the right counts twice. */
    private static boolean checks(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = digit * 2;
            sum += i % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }
}
