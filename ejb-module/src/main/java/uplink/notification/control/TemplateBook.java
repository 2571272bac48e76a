package uplink.notification.control;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.MessageTemplateVersion;
import uplink.notification.boundary.NoticeKind;
import uplink.notification.control.channel.ChannelKind;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Table {@code message_templates}, and version 0 of each, which is the release's. */
public final class TemplateBook {

    /** Which words. */
    public record Key(NoticeKind kind, ChannelKind channel, Locale locale) {}

    private final Sql sql;

    public TemplateBook(Sql sql) {
        this.sql = sql;
    }

    /** The words in force of some channels, all read at once; what nobody has changed is the release's. */
    public InForce inForce(ChannelKind... channels) {
        Map<Key, Words> changed = new HashMap<>();
        sql.list(
                """
                select distinct on (kind, channel, language) kind, channel, language, no, subject, body
                from message_templates where channel = any (?) order by kind, channel, language, no desc""",
                row -> changed.put(
                        new Key(
                                Coded.of(NoticeKind.class, row.getString(1)),
                                Coded.of(ChannelKind.class, row.getString(2)),
                                Locale.forLanguageTag(row.getString(3))),
                        new Words(row.getInt(4), row.getString(5), row.getString(6))),
                (Object) codes(channels));
        return new InForce(changed);
    }

    /** Those of a version, 0 being the release's. */
    public Optional<Words> version(Key key, int no) {
        if (no == 0) {
            return Optional.of(ReleasedWords.of(key.kind(), key.channel(), key.locale()));
        }
        return sql.first(
                """
                select no, subject, body from message_templates
                where kind = ? and channel = ? and language = ? and no = ?""",
                row -> new Words(row.getInt(1), row.getString(2), row.getString(3)),
                key.kind().code(),
                key.channel().code(),
                key.locale().getLanguage(),
                no);
    }

    /** What people have made, newest first. */
    public List<MessageTemplateVersion> versions(Key key) {
        return sql.list(
                """
                select t.no, t.created_at, u.full_name, t.body
                from message_templates t left join users u on u.id = t.created_by
                where t.kind = ? and t.channel = ? and t.language = ? order by t.no desc""",
                row -> new MessageTemplateVersion(
                        row.getInt(1), row.getTimestamp(2).toInstant(), row.getString(3), row.getString(4)),
                key.kind().code(),
                key.channel().code(),
                key.locale().getLanguage());
    }

    /**
     * A version after the one that was seen; {@code stale} when that is not the newest any more.
     *
     * @param wanted {@code no}: the version that was seen
     */
    public int add(Key key, Words wanted, @Nullable UUID by, Instant now) {
        int no = wanted.no() + 1;
        int added = sql.update(
                """
                insert into message_templates (kind, channel, language, no, subject, body, created_at, created_by)
                select ?, ?, ?, ?, ?, ?, ?, ?
                where ? = coalesce((select max(no) from message_templates where kind = ? and channel = ? and language = ?), 0)
                on conflict do nothing""",
                key.kind().code(),
                key.channel().code(),
                key.locale().getLanguage(),
                no,
                wanted.subject(),
                wanted.body(),
                now,
                by,
                wanted.no(),
                key.kind().code(),
                key.channel().code(),
                key.locale().getLanguage());
        if (added == 0) {
            throw BusinessException.stale();
        }
        return no;
    }

    private static String[] codes(ChannelKind... channels) {
        String[] codes = new String[channels.length];
        for (int i = 0; i < channels.length; i++) {
            codes[i] = channels[i].code();
        }
        return codes;
    }

    /** Words as they were in force when they were read. */
    public record InForce(Map<Key, Words> changed) {

        public InForce {
            changed = Map.copyOf(changed);
        }

        public Words of(NoticeKind kind, ChannelKind channel, Locale locale) {
            Words people = changed.get(new Key(kind, channel, locale));
            return people == null ? ReleasedWords.of(kind, channel, locale) : people;
        }
    }
}
