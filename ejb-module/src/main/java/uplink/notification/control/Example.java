package uplink.notification.control;

import java.util.Locale;
import java.util.Map;

/** A customer and an event that are made up: for previews, and for whoever writes words. */
public final class Example {

    /** Every field that an event of any kind has. */
    public static final Map<String, Object> DATA = Map.ofEntries(
            Map.entry("number", "000000007"),
            Map.entry("amount", "1650.00"),
            Map.entry("currency", "RUB"),
            Map.entry("dueDate", "2026-12-15"),
            Map.entry("endsOn", "2026-12-20"),
            Map.entry("day", "2026-12-03"),
            Map.entry("from", "10:00"),
            Map.entry("to", "13:00"),
            Map.entry("contractNumber", "UL-000007"),
            Map.entry("on", "2026-12-01"),
            Map.entry("tariffRu", "Домашний 200"),
            Map.entry("tariffEn", "Home 200"));

    private Example() {}

    public static NoticeValues.Reader reader(Locale locale) {
        return new NoticeValues.Reader(locale.equals(Locale.ENGLISH) ? "Anna Sokolova" : "Анна Соколова", "UL-000007");
    }
}
