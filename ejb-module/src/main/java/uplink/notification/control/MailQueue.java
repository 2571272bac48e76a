package uplink.notification.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/**
 * Mails that wait, as rows: whom and about what, never the text. A mail that could not be sent is tried again after 15
 * seconds, then after twice as long each time up to an hour, for a day.
 */
@ApplicationScoped
public class MailQueue {

    private static final Duration SHORTEST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofDays(1);

    /** The next attempt is set before this one is made: a node that dies here delays the mail, and loses nothing. */
    private static final String TAKE =
            """
            update mails set attempts = attempts + 1,
                next_at = ?::timestamptz + least(? * power(2, attempts), ?) * interval '1 second'
            where id = (select id from mails where done_at is null and next_at <= ? order by next_at
                        limit 1 for update skip locked)
            returning id, event_type, subject, created_at""";

    /** One that is to be sent now. */
    public record Due(UUID id, String eventType, UUID subject, Instant createdAt) {}

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    protected MailQueue() {}

    public MailQueue(DataSource database) {
        this.database = database;
    }

    /**
     * One mail an event, however often it comes.
     *
     * @param oldBefore what happened before that is not written about, see {@link OldNews}; the row says so
     */
    public void add(List<Event> events, Instant oldBefore) {
        for (Event event : events) {
            boolean old = event.occurredAt().isBefore(oldBefore);
            Sql.in(database)
                    .update(
                            """
                            insert into mails (id, event_id, event_type, subject, created_at, next_at, done_at, outcome)
                            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (event_id) do nothing""",
                            Ids.next(),
                            event.id(),
                            event.type(),
                            UUID.fromString(event.subject()),
                            SystemTime.now(),
                            SystemTime.now(),
                            old ? SystemTime.now() : null,
                            old ? "too-old" : null);
        }
    }

    /** The one that has waited longest, for this node alone. */
    public Optional<Due> take() {
        Instant now = SystemTime.now();
        return Sql.in(database)
                .first(
                        TAKE,
                        row -> new Due(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getObject(3, UUID.class),
                                row.getTimestamp(4).toInstant()),
                        now,
                        SHORTEST.toSeconds(),
                        LONGEST.toSeconds(),
                        now);
    }

    public void sent(Due mail) {
        end(mail, "sent", null);
    }

    /** There was nobody to write to. */
    public void nobody(Due mail) {
        end(mail, "nobody", null);
    }

    /** Tried again later, unless it has been tried for a day or never can succeed. */
    public void failed(Due mail, boolean forGood, String reason) {
        if (forGood || mail.createdAt().isBefore(SystemTime.now().minus(PATIENCE))) {
            end(mail, "failed", reason);
        } else {
            Sql.in(database).update("update mails set failure = left(?, 500) where id = ?", reason, mail.id());
        }
    }

    private void end(Due mail, String outcome, @org.jspecify.annotations.Nullable String failure) {
        Sql.in(database)
                .update(
                        "update mails set done_at = ?, outcome = ?, failure = left(?, 500) where id = ?",
                        SystemTime.now(),
                        outcome,
                        failure,
                        mail.id());
    }
}
