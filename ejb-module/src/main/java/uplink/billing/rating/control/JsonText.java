package uplink.billing.rating.control;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A JSON object being written; members without a value are left out. */
final class JsonText {

    private final StringBuilder out;
    private boolean first = true;

    JsonText() {
        this(new StringBuilder(192));
    }

    private JsonText(StringBuilder out) {
        this.out = out.append('{');
    }

    private void name(String name) {
        if (!first) {
            out.append(',');
        }
        first = false;
        out.append('"').append(name).append("\":");
    }

    JsonText put(String name, int value) {
        name(name);
        out.append(value);
        return this;
    }

    JsonText put(String name, @Nullable String value) {
        if (value != null) {
            name(name);
            out.append('"');
            escape(value);
            out.append('"');
        }
        return this;
    }

    void object(String name, Consumer<JsonText> members) {
        name(name);
        members(members);
    }

    <T> void array(String name, List<T> items, BiConsumer<JsonText, T> members) {
        name(name);
        out.append('[');
        for (int i = 0; i < items.size(); i++) {
            T item = items.get(i);
            out.append(i > 0 ? "," : "");
            members(json -> members.accept(json, item));
        }
        out.append(']');
    }

    private void members(Consumer<JsonText> members) {
        JsonText inner = new JsonText(out);
        members.accept(inner);
        out.append('}');
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
    }

    /** The object, closed. */
    @Override
    public String toString() {
        return out + "}";
    }
}
