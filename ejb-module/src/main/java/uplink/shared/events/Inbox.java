package uplink.shared.events;

import java.util.UUID;
import javax.sql.DataSource;
import uplink.shared.Sql;

/** What a consumer has dealt with, so that an event that comes twice has one effect. */
final class Inbox {

    private final Sql sql;

    Inbox(DataSource database) {
        this.sql = Sql.in(database);
    }

    /** False when this consumer has dealt with the event before. Part of the transaction of the effect. */
    boolean accept(String consumer, UUID event) {
        return sql.update(
                        "insert into inbox (consumer, event_id) values (?, ?) on conflict do nothing", consumer, event)
                == 1;
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
