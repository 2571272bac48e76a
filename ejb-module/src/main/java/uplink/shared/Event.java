package uplink.shared;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that happened: a CloudEvents 1.0 event in the making.
 *
 * @param id unique; the consumers' inboxes know it
 * @param type past tense, for example {@code billing.invoice.created}
 * @param source the feature that says so, for example {@code /billing}
 * @param subject the aggregate's id
 * @param data ids and values only, never an object graph
 */
public record Event(UUID id, String type, String source, String subject, Map<String, Object> data, Instant occurredAt) {

    public Event {
        data = Map.copyOf(data);
    }

    public static Event of(String type, String source, Object subject, Map<String, Object> data, Instant occurredAt) {
        return new Event(Ids.next(), type, source, subject.toString(), data, occurredAt);
    }
}
