package uplink.billing.access.control;

import java.util.List;
import java.util.UUID;
import uplink.shared.Event;
import uplink.shared.Json;
import uplink.shared.Sql;

/** Writes events into the outbox, many at once. The caller wakes the relay. */
public final class EventRows {

    private EventRows() {}

    public static void write(Sql sql, List<Event> events) {
        if (events.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into outbox (id, type, source, subject, data, occurred_at)
                select e.id, e.type, e.source, e.subject, e.data::jsonb, ?
                from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[]) as e (id, type, source, subject, data)""",
                events.get(0).occurredAt(),
                events.stream().map(Event::id).toArray(UUID[]::new),
                events.stream().map(Event::type).toArray(String[]::new),
                events.stream().map(Event::source).toArray(String[]::new),
                events.stream().map(Event::subject).toArray(String[]::new),
                events.stream().map(e -> Json.write(e.data())).toArray(String[]::new));
    }
}
