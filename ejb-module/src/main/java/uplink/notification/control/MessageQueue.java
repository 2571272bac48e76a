package uplink.notification.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.NoticeKind;
import uplink.notification.control.channel.ChannelKind;
import uplink.notification.control.channel.Outcome;
import uplink.shared.Coded;
import uplink.shared.Json;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/**
 * Messages that wait, of every channel by itself. Whoever takes one has it for the {@linkplain #LEASE lease}: a node that
 * dies with it delays it, and loses nothing. One that the peer did not take comes again after 15 seconds, then after twice
 * as long each time up to an hour, {@value #MOST_ATTEMPTS} times, which is a day; then it is dead, until somebody sends it
 * again.
 *
 * <p>Messages of campaigns come behind all others, at the pace of their campaign, and not at all while it is stopped.
 */
@ApplicationScoped
public class MessageQueue {

    static final Duration LEASE = Duration.ofMinutes(5);
    static final int MOST_ATTEMPTS = 30;
    private static final int SHORTEST_SECONDS = 15;
    private static final int LONGEST_SECONDS = 3600;
    private static final int LONGEST_DOUBLING = 8;

    private static final Duration PACE = Duration.ofMinutes(1);

    private static final String TAKE =
            """
            update messages set attempts = attempts + 1, next_at = ?
            where id = any (array(select id from messages where channel = ? and status = 'waiting' and next_at <= ?
                and campaign_id is null order by next_at limit ? for update skip locked))
            returning id""";

    private static final String TAKE_OF_CAMPAIGNS =
            """
            update messages set attempts = attempts + 1, next_at = ?
            where id = any (array(select x.id from campaigns c cross join lateral (
                    select m.id from messages m
                    where m.campaign_id = c.id and m.channel = ? and m.status = 'waiting' and m.next_at <= ? order by m.next_at
                    limit least(?, greatest(0, c.per_minute - (select count(*) from messages s
                        where s.campaign_id = c.id and s.channel = ? and s.sent_at > ?))) for update skip locked) x
                where c.status in ('running', 'done') limit ?))
            returning id""";

    private static final String LOAD =
            """
            select m.id, m.customer_id, n.kind, m.attempts, m.no > 0, n.data, c.full_name, c.contract_number, c.locale,
                a.address, m.no > 0 or coalesce(w.wanted, d.wanted), s.quiet_from, s.quiet_to, s.zone, n.campaign_id,
                d.consent is null or exists (select from consents k
                    where k.customer_id = m.customer_id and k.kind = d.consent and k.withdrawn_on is null)
            from messages m join notifications n on n.id = m.notice_id
            join customers c on c.id = m.customer_id
            join notice_channels d on d.topic = m.topic and d.channel = m.channel
            left join notice_choices w on w.customer_id = m.customer_id and w.topic = m.topic and w.channel = m.channel
            left join notice_settings s on s.customer_id = m.customer_id and m.channel <> 'email'
            left join lateral (select a.address from message_addresses a
                where a.customer_id = m.customer_id and a.channel = m.channel and (m.device is null or a.address = m.device)
                    and not exists (select from dead_addresses x where x.channel = a.channel and x.address = a.address
                        and x.customer_id = a.customer_id)
                limit 1) a on true
            where m.id = any (?) order by m.campaign_id is not null, m.id""";

    /** The row of the attempt and the message's new state, in one statement. */
    private static final String FINISH =
            """
            with attempt as (insert into delivery_attempts (message_id, no, at, outcome, detail)
                select ?, coalesce(max(no), 0) + 1, ?, ?, left(?, 500) from delivery_attempts where message_id = ?)
            update messages set status = ?, next_at = ?, failure = left(?, 500), sent_at = ?, sent_to = ?, language = ?,
                template_no = ?, reference = ?
            where id = ? and status = 'waiting'""";

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    protected MessageQueue() {}

    public MessageQueue(DataSource database) {
        this.database = database;
    }

    /**
     * Those of a channel that have waited longest, for this node alone.
     *
     * @param operators the zone of customers who have not named another
     */
    public List<Outgoing> take(ChannelKind channel, int most, ZoneId operators) {
        if (most == 0) {
            return List.of();
        }
        List<UUID> taken = new ArrayList<>(due(channel, most));
        if (taken.size() < most) {
            taken.addAll(dueOfCampaigns(channel, most - taken.size()));
        }
        return taken.isEmpty()
                ? List.of()
                : Sql.in(database).list(LOAD, row -> outgoing(row, operators), (Object) taken.toArray(UUID[]::new));
    }

    private List<UUID> due(ChannelKind channel, int most) {
        Instant now = SystemTime.now();
        return Sql.in(database)
                .list(TAKE, row -> row.getObject(1, UUID.class), now.plus(LEASE), channel.code(), now, most);
    }

    private List<UUID> dueOfCampaigns(ChannelKind channel, int most) {
        Instant now = SystemTime.now();
        return Sql.in(database)
                .list(
                        TAKE_OF_CAMPAIGNS,
                        row -> row.getObject(1, UUID.class),
                        now.plus(LEASE),
                        channel.code(),
                        now,
                        most,
                        channel.code(),
                        now.minus(PACE),
                        most);
    }

    /** One, whatever its state; empty when there is none. */
    public Optional<Outgoing> load(UUID id, ZoneId operators) {
        return Sql.in(database).first(LOAD, row -> outgoing(row, operators), (Object) new UUID[] {id});
    }

    /** They were taken and nothing was tried: it is their turn again at once. */
    public void release(List<Outgoing> untried) {
        postpone(untried, SystemTime.now());
    }

    /** They were taken too early. */
    public void postpone(List<Outgoing> untried, Instant to) {
        Sql.in(database)
                .update(
                        """
                        update messages set attempts = attempts - 1, next_at = ?
                        where id = any (?) and status = 'waiting'""",
                        to,
                        ids(untried));
    }

    /** Nothing is to be sent. */
    public void end(Outgoing message, String status, @Nullable String failure) {
        Sql.in(database)
                .update(
                        """
                        update messages set status = ?, next_at = null, failure = left(?, 500)
                        where id = ? and status = 'waiting'""",
                        status,
                        failure,
                        message.id());
    }

    /** The peer has answered. */
    public void finish(Outgoing message, @Nullable Integer template, ChannelKind channel, Outcome outcome) {
        if (outcome instanceof Outcome.Sent sent) {
            record(message, "sent", null, "sent", null, template, sent.reference());
            if (sent.reference() != null) {
                new EarlyReports(Sql.in(database)).join(channel, sent.reference());
            }
        } else if (outcome instanceof Outcome.Later later) {
            boolean over = message.attempts() >= MOST_ATTEMPTS;
            record(message, "later", later.why(), over ? "dead" : "waiting", over ? null : next(message), null, null);
        } else if (outcome instanceof Outcome.Refused refused) {
            record(message, "refused", refused.why(), "dead", null, null, null);
        } else if (outcome instanceof Outcome.Gone gone) {
            record(message, "gone", gone.why(), "dead", null, null, null);
            bury(message, channel, gone.why());
        }
    }

    private void record(
            Outgoing message,
            String outcome,
            @Nullable String why,
            String status,
            @Nullable Instant next,
            @Nullable Integer template,
            @Nullable String reference) {
        Instant now = SystemTime.now();
        boolean sent = status.equals("sent");
        Sql.in(database)
                .update(
                        FINISH,
                        message.id(),
                        now,
                        outcome,
                        why,
                        message.id(),
                        status,
                        next,
                        why,
                        sent ? now : null,
                        sent ? message.address() : null,
                        sent ? message.locale().getLanguage() : null,
                        template,
                        reference,
                        message.id());
    }

    private void bury(Outgoing message, ChannelKind channel, String why) {
        Sql.in(database)
                .update(
                        """
                        insert into dead_addresses (channel, address, customer_id, why, since)
                        values (?, ?, ?, left(?, 500), ?) on conflict do nothing""",
                        channel.code(),
                        message.address(),
                        message.customerId(),
                        why.isBlank() ? "—" : why,
                        SystemTime.now());
    }

    private static Instant next(Outgoing message) {
        int doubled = Math.min(Math.max(message.attempts() - 1, 0), LONGEST_DOUBLING);
        return SystemTime.now().plusSeconds(Math.min((long) SHORTEST_SECONDS << doubled, LONGEST_SECONDS));
    }

    private static UUID[] ids(List<Outgoing> messages) {
        return messages.stream().map(Outgoing::id).toArray(UUID[]::new);
    }

    private static Outgoing outgoing(ResultSet row, ZoneId operators) throws SQLException {
        return new Outgoing(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Coded.of(NoticeKind.class, row.getString(3)),
                row.getObject(15, UUID.class),
                row.getInt(4),
                row.getBoolean(5),
                Json.readMap(row.getString(6)),
                new NoticeValues.Reader(row.getString(7), row.getString(8)),
                Locale.forLanguageTag(row.getString(9)),
                row.getString(10),
                row.getBoolean(16),
                row.getBoolean(11),
                quiet(row.getTime(12), row.getTime(13), row.getString(14), operators));
    }

    private static @Nullable QuietHours quiet(
            @Nullable Time from, @Nullable Time to, @Nullable String zone, ZoneId operators) {
        return from == null || to == null
                ? null
                : new QuietHours(from.toLocalTime(), to.toLocalTime(), zone == null ? operators : ZoneId.of(zone));
    }
}
