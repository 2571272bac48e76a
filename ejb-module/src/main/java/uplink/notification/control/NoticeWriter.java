package uplink.notification.control;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import uplink.notification.boundary.NoticeKind;
import uplink.notification.control.channel.ChannelKind;
import uplink.shared.Ids;
import uplink.shared.Json;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/**
 * Writes what customers are told: a row of the list, and a message for each way by which the customer wants to hear of it
 * and can be reached; of what is old the message says only that it is not sent. One statement for all of a batch, in the transaction that fills the inbox: so an event is one message by
 * each way, whatever happens.
 */
public final class NoticeWriter {

    /** What happened to whom. */
    public record Telling(NoticeKind kind, UUID customerId, UUID eventId, String data, Instant occurredAt) {}

    private static final String NOTICES =
            """
            insert into notifications (id, customer_id, kind, event_id, data, created_at)
            select n.id, n.customer_id, n.kind, n.event_id,
                case when t.name_ru is null then n.data
                    else n.data || jsonb_build_object('tariffRu', t.name_ru, 'tariffEn', t.name_en) end, n.created_at
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::jsonb[], ?::timestamptz[])
                n (id, customer_id, kind, event_id, data, created_at)
            left join lateral (select v.name_ru, v.name_en from tariff_versions v
                where v.tariff_id = (n.data ->> 'tariffId')::uuid
                order by v.valid_from <= (n.data ->> 'on')::date desc, v.valid_from desc limit 1) t on true""";

    /** Connected by an application, whose end is told as a welcome. */
    private static final String WELCOMED =
            "select subscription_id::text from applications where subscription_id = any (?::uuid[])";

    /** A letter that has to carry an invoice waits until {@code AwaitedFiles} has it, or for that long. */
    private static final String MESSAGES =
            """
            insert into messages (id, notice_id, customer_id, topic, channel, device, status, created_at, next_at, awaits_file)
            select next_uuid7(), n.id, n.customer_id, d.topic, d.channel, case when d.channel = 'push' then a.address end,
                case when n.old then 'too-old' else 'waiting' end, ?,
                case when n.old then null when f.awaited then ? else ?::timestamptz end, f.awaited
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::boolean[]) n (id, customer_id, topic, kind, old)
            left join notice_settings s on s.customer_id = n.customer_id and s.invoice_file and n.kind = 'invoice-issued'
            """;

    private static final String OUTAGE =
            """
            with told as (insert into notifications (id, customer_id, kind, event_id, data, created_at)
                select next_uuid7(), x.customer_id, ?, ?, ?::jsonb, ?
                from (select distinct v.customer_id from outage_services v where v.outage_id = ?) x
                returning id, customer_id)
            insert into messages (id, notice_id, customer_id, topic, channel, device, status, created_at, next_at)
            select next_uuid7(), n.id, n.customer_id, d.topic, d.channel, case when d.channel = 'push' then a.address end, ?, ?, ?
            from told n
            """;

    private static final String WAYS =
            """
            join notice_channels d on d.topic = %s and d.channel = any (?) and not d.by_mails
            join message_addresses a on a.customer_id = n.customer_id and a.channel = d.channel
            left join notice_choices w on w.customer_id = n.customer_id and w.topic = d.topic and w.channel = d.channel
            %s
            where coalesce(w.wanted, d.wanted) and not exists (select from dead_addresses x
                where x.channel = a.channel and x.address = a.address and x.customer_id = n.customer_id)
            order by n.id, d.channel""";

    private static final String AWAITED =
            "cross join lateral (select d.channel = 'email' and s.customer_id is not null and not n.old awaited) f";

    private final Sql sql;
    private final List<ChannelKind> channels;
    private final Instant oldBefore;

    /**
     * @param channels the ways there are, beside the list
     * @param oldBefore what happened before that is only listed, see {@link OldNews}
     */
    public NoticeWriter(Sql sql, List<ChannelKind> channels, Instant oldBefore) {
        this.sql = sql;
        this.channels = channels;
        this.oldBefore = oldBefore;
    }

    /** Which of these subscriptions are told of by a welcome. */
    public Set<String> welcomed(List<String> subscriptions) {
        return subscriptions.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        sql.list(WELCOMED, row -> row.getString(1), (Object) subscriptions.toArray(String[]::new)));
    }

    /** A service is called as its tariff is on the day of the event. */
    public void write(List<Telling> tellings) {
        UUID[] ids = tellings.stream().map(telling -> Ids.next()).toArray(UUID[]::new);
        UUID[] customers = tellings.stream().map(Telling::customerId).toArray(UUID[]::new);
        sql.update(
                NOTICES,
                ids,
                customers,
                texts(tellings, telling -> telling.kind().code()),
                tellings.stream().map(Telling::eventId).toArray(UUID[]::new),
                texts(tellings, Telling::data),
                texts(tellings, telling -> telling.occurredAt().toString()));
        if (!channels.isEmpty()) {
            sql.update(
                    MESSAGES + WAYS.formatted("n.topic", AWAITED),
                    SystemTime.now(),
                    SystemTime.now().plus(AwaitedFiles.LONGEST),
                    SystemTime.now(),
                    ids,
                    customers,
                    texts(tellings, telling -> telling.kind().topic().code()),
                    texts(tellings, telling -> telling.kind().code()),
                    tellings.stream()
                            .map(telling -> isOld(telling.occurredAt()))
                            .toArray(Boolean[]::new),
                    codes());
        }
    }

    /** The same for everybody who has service at the places of an outage: one statement, however many they are. */
    public void writeOutage(NoticeKind kind, UUID outage, UUID eventId, Instant occurredAt) {
        boolean old = isOld(occurredAt);
        sql.update(
                OUTAGE + WAYS.formatted("?", ""),
                kind.code(),
                eventId,
                Json.write(Map.of("outageId", outage.toString())),
                occurredAt,
                outage,
                old ? "too-old" : "waiting",
                SystemTime.now(),
                old ? null : SystemTime.now(),
                kind.topic().code(),
                codes());
    }

    private boolean isOld(Instant occurredAt) {
        return occurredAt.isBefore(oldBefore);
    }

    private String[] codes() {
        return channels.stream().map(ChannelKind::code).toArray(String[]::new);
    }

    private static String[] texts(List<Telling> tellings, Function<Telling, String> text) {
        return tellings.stream().map(text).toArray(String[]::new);
    }
}
