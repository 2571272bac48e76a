package uplink.shared;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** A sum as it is written out on paper: "Шестьсот пятьдесят рублей 00 копеек". */
public final class SumInWords {

    private SumInWords() {}

    /** Not below zero. Smaller units stay in digits, as on Russian forms; a currency without words of its own is named by its code. */
    public static String of(Money sum, Locale reader) {
        Locale locale = Text.supported(reader);
        boolean russian = locale.getLanguage().equals("ru");
        int digits = sum.amount().scale();
        long whole = sum.amount().longValue();
        long rest = sum.amount()
                .remainder(java.math.BigDecimal.ONE)
                .movePointRight(digits)
                .longValue();
        String words = new RuleBasedNumberFormat(ULocale.forLocale(locale), RuleBasedNumberFormat.SPELLOUT)
                .format(whole, russian ? "%spellout-cardinal-masculine" : "%spellout-cardinal");
        String text = new MessageFormat(pattern(sum, locale), ULocale.forLocale(locale)).format(new Object[] {
            words,
            whole,
            digits == 0 ? "" : ("%0" + digits + "d").formatted(rest),
            rest,
            sum.currency().getCurrencyCode()
        });
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1).strip();
    }

    private static String pattern(Money sum, Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "uplink.texts.words",
                locale,
                SumInWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        try {
            return bundle.getString("words." + sum.currency().getCurrencyCode());
        } catch (MissingResourceException e) {
            return bundle.getString("words.other");
        }
    }
}
