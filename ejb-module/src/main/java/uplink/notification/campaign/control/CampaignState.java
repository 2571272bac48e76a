package uplink.notification.campaign.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.CustomerSelection;
import uplink.notification.boundary.NoticeChannel;
import uplink.notification.campaign.boundary.CampaignPlan;
import uplink.notification.control.Words;
import uplink.shared.Json;
import uplink.shared.Sql;

/**
 * How campaigns go from state to state: each method tells whether it was in the state that it has to be in. Whoever asks for two
 * things at once gets one of them.
 */
public final class CampaignState {

    private static final String TO_DRAFT =
            """
            update campaigns set status = 'draft', ordered_by = null, starts_at = null, approved_by = null, decided_at = ?, note = ?,
                total = 0, told = 0, version = version + 1 where id = ? and""";

    private final Sql sql;

    public CampaignState(Sql sql) {
        this.sql = sql;
    }

    public void create(UUID id, CampaignPlan plan, UUID by, Instant at) {
        sql.update(
                """
                insert into campaigns (id, name, filter, channels, per_minute, status, created_by, created_at)
                values (?, ?, ?::jsonb, ?, ?, 'draft', ?, ?)""",
                id,
                plan.name(),
                Json.write(Objects.requireNonNull(plan.filter())),
                codes(plan),
                plan.perMinute(),
                by,
                at);
    }

    /** The words of ways that it does not go out by any more go. */
    public boolean change(UUID id, CampaignPlan plan, @Nullable Integer version) {
        boolean changed = sql.update(
                        """
                        update campaigns set name = ?, filter = ?::jsonb, channels = ?, per_minute = ?, version = version + 1
                        where id = ? and status = 'draft' and (?::integer is null or version = ?)""",
                        plan.name(),
                        Json.write(Objects.requireNonNull(plan.filter())),
                        codes(plan),
                        plan.perMinute(),
                        id,
                        version,
                        version)
                == 1;
        if (changed) {
            sql.update("delete from campaign_texts where campaign_id = ? and channel <> all (?)", id, (Object)
                    codes(plan));
        }
        return changed;
    }

    public boolean write(UUID id, NoticeChannel channel, String language, Words words) {
        boolean draft = sql.update(
                        "update campaigns set version = version + 1 where id = ? and status = 'draft' and ? = any"
                                + " (channels)",
                        id,
                        channel.code())
                == 1;
        if (draft) {
            sql.update(
                    """
                    insert into campaign_texts as t (campaign_id, channel, language, subject, body) values (?, ?, ?, ?, ?)
                    on conflict (campaign_id, channel, language) do update set subject = excluded.subject, body = excluded.body
                    where (t.subject, t.body) <> (excluded.subject, excluded.body)""",
                    id,
                    channel.code(),
                    language,
                    words.subject(),
                    words.body());
        }
        return draft;
    }

    public boolean remove(UUID id) {
        return sql.update("delete from campaigns where id = ? and status = 'draft'", id) == 1;
    }

    /** The set as it is now, at most so many; in the order of the customers' ids. Answers how many. */
    public int freeze(UUID id, CustomerSelection selection, int most) {
        List<Object> parameters = new ArrayList<>(List.of(id));
        parameters.addAll(selection.parameters());
        parameters.add(most);
        return sql.update(
                """
                insert into campaign_recipients (campaign_id, customer_id, position)
                select ?, x.id, row_number() over (order by x.id) from (%s limit ?) x"""
                        .formatted(selection.query()),
                parameters.toArray());
    }

    /** @param waits for a second person */
    public boolean order(UUID id, Instant startsAt, int total, boolean waits, UUID by) {
        return sql.update(
                        """
                        update campaigns set status = ?, starts_at = ?, total = ?, told = 0, ordered_by = ?, approved_by = null,
                            decided_at = null, note = null, version = version + 1 where id = ? and status = 'draft'""",
                        waits ? "waiting" : "scheduled",
                        startsAt,
                        total,
                        by,
                        id)
                == 1;
    }

    public boolean approve(UUID id, UUID by, @Nullable String note, Instant at) {
        return sql.update(
                        """
                        update campaigns set status = 'scheduled', approved_by = ?, decided_at = ?, note = ?, version = version + 1
                        where id = ? and status = 'waiting'""",
                        by,
                        at,
                        note,
                        id)
                == 1;
    }

    /** It is a draft again, for nobody yet. */
    public boolean refuse(UUID id, String note, Instant at) {
        return thaw(id, sql.update(TO_DRAFT + " status = 'waiting'", at, note, id));
    }

    public boolean withdraw(UUID id) {
        return thaw(id, sql.update(TO_DRAFT + " status in ('waiting', 'scheduled')", null, null, id));
    }

    private boolean thaw(UUID id, int changed) {
        if (changed == 1) {
            sql.update("delete from campaign_recipients where campaign_id = ?", id);
        }
        return changed == 1;
    }

    /** Nothing of it is taken out of the queue from now on. */
    public boolean stop(UUID id) {
        return sql.update(
                        "update campaigns set status = 'stopped', version = version + 1 where id = ? and status ="
                                + " 'running'",
                        id)
                == 1;
    }

    public boolean goOn(UUID id) {
        return sql.update(
                        """
                        update campaigns set status = 'running', failure = null, version = version + 1
                        where id = ? and status in ('stopped', 'failed')""",
                        id)
                == 1;
    }

    /** Those whose time has come begin. */
    public void begin(Instant now) {
        sql.update(
                "update campaigns set status = 'running', started_at = ? where status = 'scheduled' and starts_at <= ?",
                now,
                now);
    }

    /** Those that run, oldest first. */
    public List<UUID> running() {
        return sql.list(
                "select id from campaigns where status = 'running' order by id", row -> row.getObject(1, UUID.class));
    }

    /** Everybody has had a turn, and nothing waits any more. */
    public void end(UUID id, Instant at) {
        sql.update(
                """
                update campaigns c set status = 'done', finished_at = ? where c.id = ? and c.status = 'running' and c.told = c.total
                    and not exists (select from messages m where m.campaign_id = c.id and m.status = 'waiting')""",
                at,
                id);
    }

    /** @param why the incident */
    public void fail(UUID id, String why) {
        sql.update("update campaigns set status = 'failed', failure = ? where id = ? and status = 'running'", why, id);
    }

    private static String[] codes(CampaignPlan plan) {
        return plan.channels() == null
                ? new String[0]
                : plan.channels().stream().map(NoticeChannel::code).toArray(String[]::new);
    }
}
