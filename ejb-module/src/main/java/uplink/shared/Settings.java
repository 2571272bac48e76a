package uplink.shared;

import java.util.Map;

/** What the environment says: the only place that reads it. Every setting begins with {@code UPLINK_}. */
public final class Settings {

    private static final Map<String, String> ENVIRONMENT = System.getenv();

    private Settings() {}

    public static String text(String name, String otherwise) {
        String value = ENVIRONMENT.get(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    public static boolean flag(String name) {
        return text(name, "false").equalsIgnoreCase("true");
    }

    public static int number(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }

    /** The currency of accounts and price lists unless they say otherwise. */
    public static String currency() {
        return text("UPLINK_CURRENCY", "RUB");
    }
}
