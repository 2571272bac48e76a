package uplink.notification.campaign.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import uplink.customer.boundary.ConsentKind;
import uplink.notification.boundary.NoticeChannel;
import uplink.notification.boundary.NoticeKind;
import uplink.shared.Json;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/**
 * Puts a campaign into the queue of messages, chunk by chunk: for each recipient who has agreed to it a notification, and a
 * message for each way. What is not to be sent is written down as that. One statement for a chunk.
 */
public final class Telling {

    /**
     * A campaign that runs.
     *
     * @param orderedBy in whose name
     */
    public record Task(UUID id, long no, String[] channels, int total, int told, UUID orderedBy) {

        public boolean isOver() {
            return told >= total;
        }
    }

    private static final String TELL =
            """
            with chunk as (
                select r.customer_id, c.erased_at is not null or c.merged_into is not null as gone, exists (select from consents k
                    where k.customer_id = r.customer_id and k.kind = ? and k.withdrawn_on is null) as agreed
                from campaign_recipients r join customers c on c.id = r.customer_id
                where r.campaign_id = ? and r.position > ? and r.position <= ?),
            marked as (
                update campaign_recipients r set notice_id = case when k.agreed and not k.gone then next_uuid7() end,
                    left_out = case when k.gone then 'gone' when not k.agreed then 'no-consent' end
                from chunk k where r.campaign_id = ? and r.customer_id = k.customer_id and r.notice_id is null and r.left_out is null
                returning r.customer_id, r.notice_id),
            told as (
                insert into notifications (id, customer_id, kind, event_id, data, created_at, campaign_id, listed)
                select m.notice_id, m.customer_id, ?, ?, ?::jsonb, ?, ?, ? from marked m where m.notice_id is not null
                returning id, customer_id)
            insert into messages (id, notice_id, customer_id, topic, channel, device, status, created_at, next_at, campaign_id)
            select next_uuid7(), n.id, n.customer_id, d.topic, d.channel, case when d.channel = 'push' then a.address end, s.status,
                ?, case when s.status = 'waiting' then ?::timestamptz end, ?
            from told n
            join notice_channels d on d.topic = ? and d.channel = any (?)
            left join notice_choices w on w.customer_id = n.customer_id and w.topic = d.topic and w.channel = d.channel
            left join message_addresses a on a.customer_id = n.customer_id and a.channel = d.channel
                and not exists (select from dead_addresses x
                    where x.channel = a.channel and x.address = a.address and x.customer_id = a.customer_id)
            cross join lateral (select case when not coalesce(w.wanted, d.wanted) then 'unwanted' when a.address is null then 'nobody'
                else 'waiting' end) s (status)""";

    private final Sql sql;

    public Telling(Sql sql) {
        this.sql = sql;
    }

    /** Takes it for the rest of the transaction: who wants to stop it waits that long. Empty when it does not run. */
    public Optional<Task> take(UUID campaign) {
        return sql.first(
                """
                select id, no, channels, total, told, ordered_by from campaigns where id = ? and status = 'running'
                for no key update""",
                Telling::task,
                campaign);
    }

    /** The next recipients, as many as a chunk has. */
    public void tell(Task task, int chunk, Instant at) {
        Instant now = SystemTime.now();
        boolean listed = Stream.of(task.channels()).anyMatch(NoticeChannel.APP.code()::equals);
        sql.update(
                TELL,
                ConsentKind.MARKETING.code(),
                task.id(),
                task.told(),
                task.told() + chunk,
                task.id(),
                NoticeKind.CAMPAIGN.code(),
                task.id(),
                Json.write(Map.of("campaignId", task.id().toString())),
                at,
                task.id(),
                listed,
                now,
                now,
                task.id(),
                NoticeKind.CAMPAIGN.topic().code(),
                task.channels());
        sql.update("update campaigns set told = least(total, told + ?) where id = ?", chunk, task.id());
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getObject(1, UUID.class),
                row.getLong(2),
                (String[]) row.getArray(3).getArray(),
                row.getInt(4),
                row.getInt(5),
                row.getObject(6, UUID.class));
    }
}
