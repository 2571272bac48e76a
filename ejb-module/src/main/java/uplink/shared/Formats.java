package uplink.shared;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/** How amounts, numbers and dates look to a reader of that language. Pure: the zone and the locale come in. */
public final class Formats {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru-RU");

    private Formats() {}

    /** For example {@code 1 234,50 ₽} or {@code ₽1,234.50}; a true minus sign, digits of the currency's scale. */
    public static String money(BigDecimal amount, String currencyCode, Locale language) {
        Currency currency = Currency.getInstance(currencyCode);
        DecimalFormat format = (DecimalFormat) NumberFormat.getCurrencyInstance(region(language));
        DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
        symbols.setCurrency(currency);
        symbols.setCurrencySymbol(symbol(currency, language));
        symbols.setMinusSign('\u2212');
        format.setDecimalFormatSymbols(symbols);
        format.setMinimumFractionDigits(Math.max(currency.getDefaultFractionDigits(), 0));
        format.setMaximumFractionDigits(Math.max(currency.getDefaultFractionDigits(), 0));
        return format.format(amount);
    }

    public static String number(Number value, Locale language) {
        return NumberFormat.getInstance(region(language)).format(value);
    }

    /** {@code 20.11.2026} or {@code 20 Nov 2026}. */
    public static String day(LocalDate day, Locale language) {
        return DateTimeFormatter.ofPattern(dayPattern(language), region(language))
                .format(day);
    }

    /** Day and time in the operator's zone. */
    public static String moment(Instant at, ZoneId zone, Locale language) {
        return DateTimeFormatter.ofPattern(dayPattern(language) + ", HH:mm", region(language))
                .format(at.atZone(zone));
    }

    /** Minutes and seconds, with hours when there are any: {@code 4:05}, {@code 1:02:03}. */
    public static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    public static String dayPattern(Locale language) {
        return isRussian(language) ? "dd.MM.yyyy" : "d MMM yyyy";
    }

    /** The sign people know ({@code ₽}) rather than the code, when one of the two languages has it. */
    private static String symbol(Currency currency, Locale language) {
        String own = currency.getSymbol(region(language));
        String russian = currency.getSymbol(RUSSIAN);
        return russian.length() < own.length() ? russian : own;
    }

    private static Locale region(Locale language) {
        return isRussian(language) ? RUSSIAN : Locale.UK;
    }

    private static boolean isRussian(Locale language) {
        return !language.getLanguage().equals("en");
    }
}
