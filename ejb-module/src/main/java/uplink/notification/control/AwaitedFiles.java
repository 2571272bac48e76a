package uplink.notification.control;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/** Letters that wait for the file of their invoice. Whoever makes files lets them go; nobody does for a day: they go without. */
public final class AwaitedFiles {

    /** How long such a letter waits at most. */
    static final Duration LONGEST = Duration.ofDays(1);

    /** @param language the reader's at this moment */
    public record Awaited(UUID message, UUID invoice, Locale language) {}

    private final Sql sql;

    public AwaitedFiles(Sql sql) {
        this.sql = sql;
    }

    /** Those that have waited longest. */
    public List<Awaited> next(int most) {
        return sql.list(
                """
                select m.id, (n.data ->> 'invoiceId')::uuid, c.locale from messages m
                join notifications n on n.id = m.notice_id join customers c on c.id = m.customer_id
                where m.awaits_file and m.status = 'waiting' order by m.id limit ?""",
                row -> new Awaited(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        Locale.forLanguageTag(row.getString(3))),
                most);
    }

    /** It goes out at once, unless it has been taken already: then it is in somebody's hands. */
    public void release(UUID message) {
        sql.update(
                """
                update messages set awaits_file = false, next_at = case when attempts = 0 then ? else next_at end
                where id = ? and awaits_file and status = 'waiting'""",
                SystemTime.now(),
                message);
    }
}
