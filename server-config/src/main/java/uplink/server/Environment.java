package uplink.server;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings that come in as environment variables; a blank variable counts as absent. */
record Environment(Map<String, String> variables) {

    static Environment ofProcess() {
        return new Environment(System.getenv());
    }

    @Nullable
    String get(String name) {
        String value = variables.get(name);
        return value == null || value.isBlank() ? null : value.trim();
    }

    String get(String name, String otherwise) {
        String value = get(name);
        return value == null ? otherwise : value;
    }

    /** A variable that must be there, because another one that needs it is. */
    String need(String name, String because) {
        String value = get(name);
        if (value == null) {
            throw new StartFailure(because + " is set, so " + name + " must be set as well.");
        }
        return value;
    }

    boolean isTrue(String name) {
        return "true".equalsIgnoreCase(get(name));
    }

    int number(String name, int otherwise, int from, int to) {
        String value = get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= from && number <= to) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the refusal
        }
        throw new StartFailure(name + " must be a number from " + from + " to " + to + ", not \"" + value + "\".");
    }
}
