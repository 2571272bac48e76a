package uplink.shared.events;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.shared.Event;
import uplink.shared.Sql;

/** What a consumer has dealt with, so that an event that comes twice has one effect. */
final class Inbox {

    private final Sql sql;

    Inbox(DataSource database) {
        this.sql = Sql.in(database);
    }

    /** Those that this consumer has not dealt with before, each once. Part of the transaction of their effects. */
    List<Event> accept(String consumer, List<Event> events) {
        Set<UUID> accepted = new HashSet<>(sql.list(
                """
                insert into inbox (consumer, event_id) select ?, unnest(?::uuid[])
                on conflict do nothing returning event_id""",
                row -> row.getObject(1, UUID.class),
                consumer,
                events.stream().map(Event::id).toArray(UUID[]::new)));
        return events.stream().filter(event -> accepted.remove(event.id())).toList();
    }

    /** The feature said no, for a reason in words; the event will not be offered again. */
    void refuse(String consumer, UUID event, String reason) {
        sql.update(
                """
                insert into inbox (consumer, event_id, outcome, detail) values (?, ?, 'refused', left(?, 2000))
                on conflict do nothing""",
                consumer,
                event,
                reason);
    }
}
