package uplink.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Serial numbers and MAC addresses as people type and scanners read them, and as they are kept. Cyrillic letters that look
 * like Latin ones are taken for these: labels are typed on Russian keyboards.
 */
public final class Macs {

    private static final String CYRILLIC = "АВЕКМНОРСТУХ";
    private static final String LATIN = "ABEKMHOPCTYX";
    private static final String HEX = "[0-9A-F]";
    private static final Pattern MAC = Pattern.compile("(?:HEX{12}|HEX{6}[-:. ]HEX{6}|HEX{4}([-:. ])HEX{4}\\1HEX{4}"
            .replace("HEX", HEX)
            .concat("|HEX{1,2}([-:. ])(?:HEX{1,2}\\2){4}HEX{1,2})".replace("HEX", HEX)));
    private static final Pattern SEPARATOR = Pattern.compile("[-:. ]");
    private static final Pattern OTHER = Pattern.compile("[^0-9A-Z]");
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f]+");
    private static final Pattern SPELLED = Pattern.compile(
            "[0-9a-f]{1,2}(?::[0-9a-f]{1,2})+:?|[0-9a-f]{4}(?:\\.[0-9a-f]{1,4})+|[0-9a-f]{2}(?:-[0-9a-f]{1,2}){3,}");

    private Macs() {}

    /**
     * The address as {@code A4:2B:B0:C1:D2:E3}, whatever stands between its digits (IEEE 802: 48 bits). Empty when it is
     * none, or no single device's: a group's address, or all zeros.
     */
    public static Optional<String> normalized(String written) {
        String text = latin(written);
        if (!MAC.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = digits(text);
        boolean group = (Character.digit(digits.charAt(1), 16) & 1) == 1;
        return group || digits.equals("000000000000")
                ? Optional.empty()
                : Optional.of(digits.replaceAll("..(?!$)", "$0:"));
    }

    private static String digits(String text) {
        String[] groups = SEPARATOR.split(text, -1);
        StringBuilder digits = new StringBuilder(12);
        for (String group : groups) {
            digits.append(groups.length == 6 && group.length() == 1 ? "0" : "").append(group);
        }
        return digits.toString();
    }

    /** Upper case, single blanks, plain dashes, Latin letters. */
    public static String latin(String written) {
        String text = BLANKS.matcher(DASHES.matcher(written.strip()).replaceAll("-"))
                .replaceAll(" ")
                .toUpperCase(Locale.ROOT);
        StringBuilder latin = new StringBuilder(text);
        for (int i = 0; i < latin.length(); i++) {
            int at = CYRILLIC.indexOf(latin.charAt(i));
            if (at >= 0) {
                latin.setCharAt(i, LATIN.charAt(at));
            }
        }
        return latin.toString();
    }

    /** The letters and digits of a serial, a MAC or a fragment of one: what all its spellings have in common. */
    public static String key(String written) {
        return normalized(written)
                .map(mac -> OTHER.matcher(mac).replaceAll(""))
                .orElseGet(() -> OTHER.matcher(latin(written)).replaceAll(""));
    }

    /** Whether that can hardly be anything but a MAC or the beginning of one, as {@code a4:2b:b} or {@code a42b.b0}. */
    public static boolean isSpelled(String typed) {
        return SPELLED.matcher(typed.strip().toLowerCase(Locale.ROOT)).matches();
    }
}
