package uplink.shared;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * A text for people that is not yet in a language: a key and its arguments, put into words at the edge, in the reader's
 * language. The key's first part names the bundle: {@code billing.run.busy} is in
 * {@code uplink/texts/billing_{ru,en}.properties} (UTF-8, MessageFormat). {@link Money} and {@link LocalDate} among the
 * arguments are written as the reader writes them.
 */
public record Text(String key, List<Object> arguments) {

    public Text {
        arguments = List.copyOf(arguments);
    }

    public static Text of(String key, Object... arguments) {
        return new Text(key, List.of(arguments));
    }

    public String in(Locale locale) {
        int dot = key.indexOf('.');
        try {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    "uplink.texts." + key.substring(0, Math.max(dot, 0)),
                    supported(locale),
                    Text.class.getClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            return new MessageFormat(bundle.getString(key), supported(locale))
                    .format(arguments.stream().map(a -> in(locale, a)).toArray());
        } catch (MissingResourceException e) {
            return key + (arguments.isEmpty() ? "" : " " + arguments);
        }
    }

    /** Russian unless English is asked for. */
    public static Locale supported(Locale asked) {
        return asked.getLanguage().equals("en") ? Locale.ENGLISH : Locale.forLanguageTag("ru");
    }

    private static Object in(Locale locale, Object argument) {
        if (argument instanceof Text text) {
            return text.in(locale);
        }
        if (argument instanceof Money money) {
            return Formats.money(money.amount(), money.currency().getCurrencyCode(), locale);
        }
        return argument instanceof LocalDate day ? Formats.day(day, locale) : argument.toString();
    }
}
