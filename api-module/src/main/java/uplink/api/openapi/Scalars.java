package uplink.api.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uplink.api.json.ApiJson;

/** Types without parts. */
final class Scalars {

    private static final Map<Class<?>, String[]> KNOWN = Map.ofEntries(
            Map.entry(String.class, new String[] {"string", ""}),
            Map.entry(UUID.class, new String[] {"string", "uuid"}),
            Map.entry(LocalDate.class, new String[] {"string", "date"}),
            Map.entry(LocalTime.class, new String[] {"string", "time-of-day"}),
            Map.entry(Instant.class, new String[] {"string", "date-time"}),
            Map.entry(OffsetDateTime.class, new String[] {"string", "date-time"}),
            Map.entry(BigDecimal.class, new String[] {"string", "decimal"}),
            Map.entry(int.class, new String[] {"integer", "int32"}),
            Map.entry(Integer.class, new String[] {"integer", "int32"}),
            Map.entry(long.class, new String[] {"integer", "int64"}),
            Map.entry(Long.class, new String[] {"integer", "int64"}),
            Map.entry(boolean.class, new String[] {"boolean", ""}),
            Map.entry(Boolean.class, new String[] {"boolean", ""}),
            Map.entry(InputStream.class, new String[] {"string", "binary"}),
            Map.entry(byte[].class, new String[] {"string", "binary"}));
    private static final Map<String, String> EXAMPLES = Map.of(
            "uuid", "01930d5e-7a00-7000-8000-5f1e0b9c2d11",
            "date", "2026-12-01",
            "time-of-day", "09:00:00",
            "date-time", "2026-12-01T00:05:00Z",
            "decimal", "650.00");

    private Scalars() {}

    static ObjectNode of(Class<?> type) {
        String[] known = KNOWN.get(type);
        if (known == null) {
            return type == Object.class ? node() : node().put("type", "object");
        }
        ObjectNode schema = node().put("type", known[0]);
        if (!known[1].isEmpty()) {
            schema.put("format", known[1]);
        }
        if (known[1].equals("decimal")) {
            schema.put("pattern", "^-?[0-9]{1,15}(\\.[0-9]{1,10})?$");
        }
        if (EXAMPLES.containsKey(known[1])) {
            schema.put("example", EXAMPLES.get(known[1]));
        }
        return schema;
    }

    /** What a component says beyond its type. */
    static void refine(ObjectNode schema, Schema said) {
        put(schema, "description", said.description());
        put(schema, "format", said.format());
        put(schema, "pattern", said.pattern());
        if (!said.example().isEmpty()) {
            boolean number = "integer".equals(schema.path("type").asText());
            if (number) {
                schema.put("example", Long.parseLong(said.example()));
            } else {
                schema.put("example", said.example());
            }
        }
        if (said.maxLength() != Integer.MAX_VALUE) {
            schema.put("maxLength", said.maxLength());
        }
        if (said.minLength() > 0) {
            schema.put("minLength", said.minLength());
        }
        if (said.enumeration().length > 0) {
            Arrays.stream(said.enumeration()).forEach(schema.putArray("enum")::add);
        }
    }

    private static ObjectNode node() {
        return ApiJson.mapper().createObjectNode();
    }

    private static void put(ObjectNode schema, String name, String value) {
        if (!value.isEmpty()) {
            schema.put(name, value);
        }
    }
}
