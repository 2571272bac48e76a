package uplink.notification.control;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.NoticeChannel;
import uplink.notification.boundary.NoticeTopic;
import uplink.notification.boundary.QuietTimes;
import uplink.notification.boundary.TopicPreference;
import uplink.notification.boundary.TopicPreference.ChannelPreference;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** What customers want: tables {@code notice_settings} and {@code notice_choices}, over what is delivered. */
public final class PreferenceRows {

    /**
     * When somebody is not to be disturbed, and with what letters come.
     *
     * @param invoiceFile the letter about an invoice carries it
     * @param version 0: nobody has said anything yet
     */
    public record Settings(@Nullable QuietTimes quiet, @Nullable String zone, boolean invoiceFile, int version) {}

    /** One way of one topic. */
    public record Choice(NoticeTopic topic, NoticeChannel channel, boolean wanted) {}

    private final Sql sql;

    public PreferenceRows(Sql sql) {
        this.sql = sql;
    }

    /** The customer first, before anything of the customer's is changed (ADR 25). */
    public void lock(UUID customer) {
        sql.list("select 1 from customers where id = ? for no key update", row -> true, customer);
    }

    public String language(UUID customer) {
        return sql.first("select locale from customers where id = ?", row -> row.getString(1), customer)
                .orElseThrow(BusinessException::notFound);
    }

    public Settings settings(UUID customer) {
        Optional<Settings> found = sql.first(
                "select quiet_from, quiet_to, zone, invoice_file, version from notice_settings where customer_id = ?",
                row -> new Settings(
                        row.getTime(1) == null
                                ? null
                                : new QuietTimes(
                                        row.getTime(1).toLocalTime(),
                                        row.getTime(2).toLocalTime()),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getInt(5)),
                customer);
        return found.orElse(new Settings(null, null, false, 0));
    }

    /** By topic, in the order of the topics and the ways. */
    public List<TopicPreference> topics(UUID customer) {
        Map<NoticeTopic, List<ChannelPreference>> topics = new EnumMap<>(NoticeTopic.class);
        sql.list(
                """
                select d.topic, d.channel, coalesce(w.wanted, d.wanted), d.mandatory from notice_channels d
                left join notice_choices w on w.customer_id = ? and w.topic = d.topic and w.channel = d.channel
                order by array_position(array['email', 'sms', 'push'], d.channel)""",
                row -> topics.computeIfAbsent(Coded.of(NoticeTopic.class, row.getString(1)), none -> new ArrayList<>())
                        .add(new ChannelPreference(
                                Coded.of(NoticeChannel.class, row.getString(2)), row.getBoolean(3), row.getBoolean(4))),
                customer);
        return topics.entrySet().stream()
                .map(topic -> new TopicPreference(topic.getKey(), topic.getValue()))
                .toList();
    }

    public void keep(UUID customer, Settings settings, Instant now) {
        QuietTimes quiet = settings.quiet();
        sql.update(
                """
                insert into notice_settings as s (customer_id, quiet_from, quiet_to, zone, invoice_file, version, updated_at)
                values (?, ?::time, ?::time, ?, ?, 1, ?) on conflict (customer_id) do update set quiet_from = excluded.quiet_from,
                    quiet_to = excluded.quiet_to, zone = excluded.zone, invoice_file = excluded.invoice_file, version = s.version + 1, updated_at = excluded.updated_at""",
                customer,
                quiet == null ? null : text(quiet.from()),
                quiet == null ? null : text(quiet.to()),
                settings.zone(),
                settings.invoiceFile(),
                now);
    }

    /** Whether the letter about an invoice carries it from now on; the rest is as it was. */
    public void encloseInvoices(UUID customer, boolean wanted, Instant now) {
        sql.update(
                """
                insert into notice_settings as s (customer_id, invoice_file, version, updated_at) values (?, ?, 1, ?)
                on conflict (customer_id) do update set invoice_file = excluded.invoice_file, version = s.version + 1,
                    updated_at = excluded.updated_at where s.invoice_file <> excluded.invoice_file""",
                customer,
                wanted,
                now);
    }

    /** These, and for the rest what is delivered. */
    public void choose(UUID customer, List<Choice> choices) {
        String[] topics = choices.stream().map(choice -> choice.topic().code()).toArray(String[]::new);
        String[] channels =
                choices.stream().map(choice -> choice.channel().code()).toArray(String[]::new);
        String[] wanted = choices.stream()
                .map(choice -> Boolean.toString(choice.wanted()))
                .toArray(String[]::new);
        sql.update(
                """
                delete from notice_choices w where w.customer_id = ? and not exists (
                    select from unnest(?::text[], ?::text[]) c (topic, channel) where c.topic = w.topic and c.channel = w.channel)""",
                customer,
                topics,
                channels);
        sql.update(
                """
                insert into notice_choices as w (customer_id, topic, channel, wanted)
                select ?, c.topic, c.channel, c.wanted::boolean from unnest(?::text[], ?::text[], ?::text[]) c (topic, channel, wanted)
                on conflict (customer_id, topic, channel) do update set wanted = excluded.wanted
                where w.wanted <> excluded.wanted""",
                customer,
                topics,
                channels,
                wanted);
    }

    /** One way of one topic is not wanted any more; tells whether it was. */
    public boolean stop(UUID customer, NoticeTopic topic, NoticeChannel channel) {
        return sql.update(
                        """
                        insert into notice_choices as w (customer_id, topic, channel, wanted)
                        select c.id, ?, ?, false from customers c where c.id = ? and c.erased_at is null
                        on conflict (customer_id, topic, channel) do update set wanted = false where w.wanted""",
                        topic.code(),
                        channel.code(),
                        customer)
                > 0;
    }

    private static String text(LocalTime time) {
        return time.toString();
    }
}
