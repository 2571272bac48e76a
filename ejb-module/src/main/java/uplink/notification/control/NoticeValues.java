package uplink.notification.control;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import uplink.notification.boundary.NoticeKind;
import uplink.shared.Formats;
import uplink.shared.Money;
import uplink.shared.Settings;

/** What stands for the names in a message's words: amounts and days as the reader writes them, everything on one line. */
public final class NoticeValues {

    /** Of whom a message speaks to. */
    public record Reader(String fullName, String contractNumber) {}

    /** Where customers see their account: from the configuration, never from a request. */
    public static final String CABINET =
            Settings.text("UPLINK_PUBLIC_URL", "http://localhost:8080").replaceAll("/+$", "");

    private static final List<String> ALWAYS = List.of("name", "contract", "cabinet");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private NoticeValues() {}

    /** The names that words of that kind can use. */
    public static List<String> names(NoticeKind kind) {
        List<String> names = new ArrayList<>(ALWAYS);
        names.addAll(kind.names());
        return names;
    }

    /**
     * @param data the event's
     */
    public static Map<String, String> of(NoticeKind kind, Map<String, Object> data, Reader reader, Locale locale) {
        Map<String, String> values = new HashMap<>();
        kind.names().forEach(name -> values.put(name, oneLine(shown(name, data, locale))));
        values.put("name", oneLine(reader.fullName()));
        values.put("contract", oneLine(reader.contractNumber()));
        values.put("cabinet", CABINET);
        return values;
    }

    /** Whatever somebody else has written must not begin a line, or a header, of ours. */
    public static String oneLine(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }

    private static String shown(String name, Map<String, Object> data, Locale locale) {
        Object value = data.get(name.equals("tariff") ? tariffIn(locale) : name);
        if (value == null) {
            return "";
        }
        return switch (name) {
            case "amount" -> amount(value.toString(), data.get("currency"), locale);
            case "dueDate", "endsOn", "day", "on" -> day(value.toString(), locale);
            default -> value.toString();
        };
    }

    private static String tariffIn(Locale locale) {
        return locale.getLanguage().equals("en") ? "tariffEn" : "tariffRu";
    }

    private static String amount(String amount, @org.jspecify.annotations.Nullable Object currency, Locale locale) {
        if (currency == null) {
            return amount;
        }
        Money money = Money.of(amount, currency.toString());
        return Formats.money(money.amount(), money.currency().getCurrencyCode(), locale);
    }

    private static String day(String day, Locale locale) {
        try {
            return Formats.day(LocalDate.parse(day), locale);
        } catch (DateTimeParseException e) {
            return day;
        }
    }
}
