package uplink.billing.rating.control;

import java.util.Locale;
import uplink.shared.Text;

/** Counted days in words: 1 день, 2 дня, 5 дней, 11 дней, 21 день; 1 day, 2 days. The rules are those of CLDR. */
final class Plurals {

    private Plurals() {}

    static String days(int count, Locale locale) {
        return Text.of("rating.days." + form(count, locale), count).in(locale);
    }

    private static String form(int count, Locale locale) {
        if (Text.supported(locale).equals(Locale.ENGLISH)) {
            return count == 1 ? "one" : "many";
        }
        int tens = count % 100;
        int ones = count % 10;
        if ((tens >= 11 && tens <= 14) || ones == 0 || ones > 4) {
            return "many";
        }
        return ones == 1 ? "one" : "few";
    }
}
