package uplink.shared.events;

import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Event;
import uplink.shared.Json;

/** Events as CloudEvents 1.0 in structured JSON (cloudevents.io, JSON event format 1.0.2). */
public final class CloudEvents {

    public static final String CONTENT_TYPE = "application/cloudevents+json";

    private CloudEvents() {}

    /** Of an outbox row, whose data is JSON already. */
    static String write(UUID id, String type, String source, String subject, Instant time, String dataJson) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("specversion", "1.0");
        envelope.put("id", id);
        envelope.put("source", source);
        envelope.put("type", type);
        envelope.put("subject", subject);
        envelope.put("time", time);
        envelope.put("datacontenttype", "application/json");
        envelope.put("data", new RawValue(dataJson));
        return Json.write(envelope);
    }

    public static String write(Event event) {
        return write(
                event.id(),
                event.type(),
                event.source(),
                event.subject(),
                event.occurredAt(),
                Json.write(event.data()));
    }

    /** {@code IllegalArgumentException} when it is not a CloudEvent as this product writes them. */
    public static Event read(String json) {
        if (!(Json.read(json, Object.class) instanceof Map<?, ?> envelope)) {
            throw new IllegalArgumentException("not a JSON object");
        }
        if (!"1.0".equals(envelope.get("specversion"))) {
            throw new IllegalArgumentException("not a CloudEvent 1.0");
        }
        try {
            return new Event(
                    UUID.fromString(text(envelope, "id")),
                    text(envelope, "type"),
                    text(envelope, "source"),
                    text(envelope, "subject"),
                    data(envelope.get("data")),
                    Instant.parse(text(envelope, "time")));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("the time is not RFC 3339", e);
        }
    }

    private static String text(Map<?, ?> envelope, String name) {
        if (envelope.get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new IllegalArgumentException("the event has no " + name);
    }

    private static Map<String, Object> data(@Nullable Object data) {
        if (!(data instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("the event's data is not an object");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                values.put(Objects.toString(key), value);
            }
        });
        return values;
    }
}
