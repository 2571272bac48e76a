package uplink.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/**
 * Where events are announced: rows in the caller's own database transaction, so an event exists exactly when what it
 * tells of was committed. The relay is woken after the commit; a broker that is down never fails a request.
 */
@ApplicationScoped
public class Outbox {

    /** Fired inside the transaction; whoever observes it after success knows that the outbox has something to send. */
    public record Filled() {}

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private jakarta.enterprise.event.Event<Filled> filled;

    /** Must be called inside a transaction. */
    public void announce(Event event) {
        Sql.in(database)
                .update(
                        """
                        insert into outbox (id, type, source, subject, data, occurred_at)
                        values (?, ?, ?, ?, ?::jsonb, ?)""",
                        event.id(),
                        event.type(),
                        event.source(),
                        event.subject(),
                        Json.write(event.data()),
                        event.occurredAt());
        wakeRelay();
    }

    /** For writers that fill the outbox set-wise in their own statement: call it in the same transaction. */
    public void wakeRelay() {
        filled.fire(new Filled());
    }
}
