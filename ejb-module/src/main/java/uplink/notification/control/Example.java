package uplink.notification.control;

import java.util.Locale;
import java.util.Map;

/** A customer and an event that are made up: for previews, and for whoever writes words. */
public final class Example {

    /** Every field that an event of any kind has. */
    public static final Map<String, Object> DATA = Map.of(
            "number", "000000007",
            "amount", "1650.00",
            "currency", "RUB",
            "dueDate", "2026-12-15",
            "endsOn", "2026-12-20",
            "day", "2026-12-03",
            "from", "10:00",
            "to", "13:00",
            "contractNumber", "UL-000007");

    private Example() {}

    public static NoticeValues.Reader reader(Locale locale) {
        return new NoticeValues.Reader(locale.equals(Locale.ENGLISH) ? "Anna Sokolova" : "Анна Соколова", "UL-000007");
    }
}
