package uplink.web.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uplink.audit.boundary.AuditEntry;
import uplink.shared.Json;
import uplink.web.shell.Reader;

/** The trail in people's words: actions, things, fields and values. What has no word yet is shown as it is stored. */
@Named
@RequestScoped
public class AuditWords {

    private static final String NOTHING = "—";
    private static final Set<String> MONEY = Set.of("amount", "balance", "credit_limit", "price", "tax");
    /** They say nothing that is not said elsewhere on the page. */
    private static final Set<String> NOISE = Set.of("id", "created_at");

    @Inject
    private Reader reader;

    public String action(String code) {
        return word("audit.action." + code, code);
    }

    public String entity(String kind) {
        return word("audit.entity." + kind, kind);
    }

    public String field(String column) {
        return word("audit.field." + column, column);
    }

    /** The things that were changed, each with the fields that are different. */
    public List<ChangedThing> things(AuditEntry entry) {
        Set<String> keys = new TreeSet<>(entry.before().keySet());
        keys.addAll(entry.after().keySet());
        List<ChangedThing> things = new ArrayList<>();
        for (String key : keys) {
            int slash = key.indexOf('/');
            Map<String, Object> before = entry.before().get(key);
            Map<String, Object> after = entry.after().get(key);
            String how = before == null ? "added" : after == null ? "removed" : "changed";
            String kind = key.substring(0, slash);
            things.add(new ChangedThing(entity(kind), key.substring(slash + 1), how, fields(kind, before, after)));
        }
        String main = entry.row().entityId();
        things.sort((one, other) ->
                Boolean.compare(other.id().equals(main), one.id().equals(main)));
        return things;
    }

    private List<ChangedThing.Field> fields(
            String kind, @Nullable Map<String, Object> before, @Nullable Map<String, Object> after) {
        Set<String> names = new TreeSet<>();
        for (Map<String, Object> side : sides(before, after)) {
            side.forEach((name, value) -> {
                if (before != null && after != null || value != null && !NOISE.contains(name)) {
                    names.add(name);
                }
            });
        }
        return names.stream()
                .map(name -> new ChangedThing.Field(field(name), value(kind, name, before), value(kind, name, after)))
                .toList();
    }

    private static List<Map<String, Object>> sides(
            @Nullable Map<String, Object> before, @Nullable Map<String, Object> after) {
        List<Map<String, Object>> sides = new ArrayList<>();
        if (before != null) {
            sides.add(before);
        }
        if (after != null) {
            sides.add(after);
        }
        return sides;
    }

    private String value(String kind, String name, @Nullable Map<String, Object> side) {
        Object value = side == null ? null : side.get(name);
        if (value == null) {
            return NOTHING;
        }
        if (value instanceof Boolean flag) {
            return reader.say(flag ? "action.yes" : "action.no");
        }
        if (value instanceof Number number) {
            return number(name, number, side);
        }
        if (value instanceof Map<?, ?> map && map.containsKey("hidden")) {
            return reader.say("audit.hidden." + map.get("hidden"));
        }
        return value instanceof String text ? text(kind, name, text) : Json.write(value);
    }

    private String number(String name, Number number, @Nullable Map<String, Object> side) {
        Object currency = side == null ? null : side.get("currency");
        return MONEY.contains(name) && number instanceof BigDecimal amount
                ? reader.money(amount, currency instanceof String code ? code : null)
                : reader.number(number);
    }

    private String text(String kind, String name, String text) {
        if (text.matches("\\d{4}-\\d\\d-\\d\\d.*")) {
            try {
                return text.length() == 10
                        ? reader.day(LocalDate.parse(text))
                        : reader.moment(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException e) {
                return text; // it only looked like one
            }
        }
        if (name.equals("status")) {
            return word("status." + kind + "." + text, text);
        }
        return name.equals("permission") ? text : word("audit.value." + name + "." + text, text);
    }

    private String word(String key, String otherwise) {
        String word = reader.say(key);
        return word.equals(key) ? otherwise : word;
    }
}
