package uplink.notification.control;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uplink.shared.Text;

/**
 * Words with names in braces, as in {@code Invoice {number} of {amount}}, and nothing else: no conditions, no calls. What
 * is put in for a name is never read again, so a customer who is called <code>{amount}</code> stays that.
 */
public final class Placeholders {

    private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern BRACE = Pattern.compile("[{}]");
    private static final int SHOWN = 40;

    private Placeholders() {}

    /** What is wrong first: a name that there is not, or a brace by itself. */
    public static Optional<Text> complaint(String words, Collection<String> names) {
        Matcher found = NAME.matcher(words);
        while (found.find()) {
            if (!names.contains(found.group(1))) {
                return Optional.of(Text.of("notification.template.unknown", shown(found.group())));
            }
        }
        return BRACE.matcher(NAME.matcher(words).replaceAll("")).find()
                ? Optional.of(Text.of("notification.template.brace"))
                : Optional.empty();
    }

    /** A name without a value leaves nothing behind. */
    public static String filled(String words, Map<String, String> values) {
        return NAME.matcher(words).replaceAll(name -> Matcher.quoteReplacement(values.getOrDefault(name.group(1), "")));
    }

    private static String shown(String name) {
        return name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
    }
}
