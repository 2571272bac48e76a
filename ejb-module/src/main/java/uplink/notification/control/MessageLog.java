package uplink.notification.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.ChannelHealth;
import uplink.notification.boundary.DeliveryAttempt;
import uplink.notification.boundary.MessageRow;
import uplink.notification.boundary.MessageStatus;
import uplink.notification.boundary.NoticeChannel;
import uplink.notification.boundary.NoticeKind;
import uplink.notification.control.channel.ChannelKind;
import uplink.shared.Coded;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/** What was sent to whom and what became of it; and what people have sent once more. */
public final class MessageLog {

    /**
     * By what a message went out.
     *
     * @param language null until then, as is the template
     */
    public record SentBy(@Nullable String language, @Nullable Integer template) {}

    private static final String ROWS =
            """
            select m.id, m.customer_id, c.full_name, n.kind, m.channel, m.status, m.no > 0, m.created_at, m.sent_at, m.sent_to,
                m.failure, m.next_at
            from messages m join notifications n on n.id = m.notice_id join customers c on c.id = m.customer_id
            """;

    private static final String REPLAYED =
            "update messages set status = 'waiting', attempts = 0, next_at = ?, failure = null";

    private final Sql sql;

    public MessageLog(Sql sql) {
        this.sql = sql;
    }

    /** Newest first. */
    public List<MessageRow> ofCustomer(UUID customer, int first, int size) {
        return sql.list(
                ROWS + "where m.customer_id = ? order by m.id desc limit ? offset ?",
                MessageLog::row,
                customer,
                size,
                first);
    }

    public long countOfCustomer(UUID customer) {
        return sql.number("select count(*) from messages where customer_id = ?", customer);
    }

    /** Newest first. */
    public List<MessageRow> dead(@Nullable ChannelKind channel, int first, int size) {
        return sql.list(
                ROWS
                        + "where m.status = 'dead' and (?::text is null or m.channel = ?) order by m.id desc limit ? offset ?",
                MessageLog::row,
                code(channel),
                code(channel),
                size,
                first);
    }

    public long countDead(@Nullable ChannelKind channel) {
        return sql.number(
                "select count(*) from messages where status = 'dead' and (?::text is null or channel = ?)",
                code(channel),
                code(channel));
    }

    public Optional<MessageRow> find(UUID id) {
        return sql.first(ROWS + "where m.id = ?", MessageLog::row, id);
    }

    public SentBy sentBy(UUID id) {
        return sql.first(
                        "select language, template_no from messages where id = ?",
                        row -> new SentBy(row.getString(1), row.getObject(2, Integer.class)),
                        id)
                .orElseThrow();
    }

    public List<DeliveryAttempt> attempts(UUID id) {
        return sql.list(
                "select no, at, outcome, detail from delivery_attempts where message_id = ? order by no",
                row -> new DeliveryAttempt(
                        row.getInt(1), row.getTimestamp(2).toInstant(), row.getString(3), row.getString(4)),
                id);
    }

    /** The same once more, as a message of its own; empty when it still waits. */
    public Optional<UUID> resend(UUID id) {
        Instant now = SystemTime.now();
        return sql.first(
                """
                insert into messages (id, notice_id, customer_id, topic, channel, device, no, created_at, next_at)
                select next_uuid7(), m.notice_id, m.customer_id, m.topic, m.channel, m.device,
                    (select max(o.no) + 1 from messages o where o.notice_id = m.notice_id and o.channel = m.channel
                        and o.device is not distinct from m.device), ?, ?
                from messages m where m.id = ? and m.status <> 'waiting' on conflict do nothing returning id""",
                row -> row.getObject(1, UUID.class),
                now,
                now,
                id);
    }

    /** A message that was given up waits again, with all its attempts; tells whether it was one. */
    public boolean replay(UUID id) {
        return sql.update(REPLAYED + " where id = ? and status = 'dead'", SystemTime.now(), id) > 0;
    }

    /** All of them; tells how many. */
    public int replayAll(@Nullable ChannelKind channel) {
        return sql.update(
                REPLAYED + " where status = 'dead' and (?::text is null or channel = ?)",
                SystemTime.now(),
                code(channel),
                code(channel));
    }

    public ChannelHealth health(ChannelKind channel, boolean configured) {
        return sql.first(
                        """
                        select (select count(*) from messages where channel = ? and status = 'waiting'),
                            (select count(*) from messages where channel = ? and status = 'dead'),
                            coalesce(s.failures, 0), s.rests_to, s.why
                        from (select) one left join channel_states s on s.channel = ?""",
                        row -> new ChannelHealth(
                                Coded.of(NoticeChannel.class, channel.code()),
                                configured,
                                row.getLong(1),
                                row.getLong(2),
                                row.getInt(3),
                                instant(row.getTimestamp(4)),
                                row.getString(5)),
                        channel.code(),
                        channel.code(),
                        channel.code())
                .orElseThrow();
    }

    private static @Nullable String code(@Nullable ChannelKind channel) {
        return channel == null ? null : channel.code();
    }

    private static MessageRow row(ResultSet row) throws SQLException {
        return new MessageRow(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                Coded.of(NoticeKind.class, row.getString(4)),
                Coded.of(NoticeChannel.class, row.getString(5)),
                Coded.of(MessageStatus.class, row.getString(6)),
                row.getBoolean(7),
                row.getTimestamp(8).toInstant(),
                instant(row.getTimestamp(9)),
                row.getString(10),
                row.getString(11),
                instant(row.getTimestamp(12)));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
