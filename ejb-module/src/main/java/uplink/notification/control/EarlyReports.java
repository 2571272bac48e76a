package uplink.notification.control;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uplink.notification.control.channel.ChannelKind;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/**
 * What peers report, until it meets the message that it is about: a report may be quicker than our note of the peer's
 * answer. Whoever comes second, the note or the report, joins the two; so in any order it counts, and once.
 */
final class EarlyReports {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int LONGEST_REFERENCE = 200;

    /** Of a message that has its end a repetition says nothing; of letters the name is known before they go. */
    private static final String KEEP =
            """
            insert into early_reports (channel, reference, delivered, why, at)
            select r.channel, r.reference, r.delivered, left(r.why, 500), r.at
            from (values (?, ?, ?::boolean, ?::text, ?::timestamptz)) r (channel, reference, delivered, why, at)
            where exists (select from messages m where m.channel = r.channel and m.reference = r.reference and m.status = 'sent')
                or r.channel <> 'email'
                    and not exists (select from messages m where m.channel = r.channel and m.reference = r.reference)
            on conflict do nothing""";

    /** The message's new state and the row of the attempt, in one statement. */
    private static final String JOIN =
            """
            with early as (delete from early_reports e
                where e.channel = ? and e.reference = ? and exists (select from messages m
                    where m.channel = e.channel and m.reference = e.reference and m.status = 'sent')
                returning e.channel, e.reference, e.delivered, e.why),
            told as (update messages m set status = case when e.delivered then 'delivered' else 'dead' end,
                    failure = case when not e.delivered then e.why end
                from early e where m.channel = e.channel and m.reference = e.reference and m.status = 'sent'
                returning m.id, e.delivered, e.why)
            insert into delivery_attempts (message_id, no, at, outcome, detail)
            select t.id, (select coalesce(max(a.no), 0) + 1 from delivery_attempts a where a.message_id = t.id), ?,
                case when t.delivered then 'delivered' else 'undelivered' end, t.why from told t""";

    private final Sql sql;

    EarlyReports(Sql sql) {
        this.sql = sql;
    }

    /** A report that meets no message within a day is forgotten: others may use the account, too. */
    void add(ChannelKind channel, String reference, boolean delivered, @Nullable String why) {
        if (reference.isEmpty() || reference.length() > LONGEST_REFERENCE) {
            return;
        }
        Instant now = SystemTime.now();
        sql.update("delete from early_reports where at < ?", now.minus(KEPT));
        sql.update(KEEP, channel.code(), reference, Boolean.toString(delivered), why, now);
        join(channel, reference);
    }

    /** The peer's answer is written down: when its report is here already, it counts now. */
    void join(ChannelKind channel, String reference) {
        sql.update(JOIN, channel.code(), reference, SystemTime.now());
    }
}
