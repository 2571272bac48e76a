package uplink.notification.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.notification.control.NoticeValues;
import uplink.notification.control.Placeholders;
import uplink.notification.control.TemplateBook;
import uplink.notification.control.channel.ChannelKind;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Coded;
import uplink.shared.Json;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.Sql;

/** The signed-in customer's own notifications. Refused with {@code forbidden} for anyone who is not a customer. */
@Stateless
@Allowed(Permission.SELF_READ)
public class Notifications {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    public Notifications() {}

    Notifications(DataSource database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Newest first. */
    public Page<Notice> list(PageRequest page) {
        TemplateBook.InForce words = new TemplateBook(Sql.in(database)).inForce(ChannelKind.APP);
        List<Notice> rows = Sql.in(database)
                .list(
                        """
                        select n.id, n.kind, n.data, n.created_at, n.read_at, c.full_name, c.contract_number,
                            (select t.body from campaign_texts t
                                where t.campaign_id = n.campaign_id and t.channel = 'app' and t.language = 'ru'),
                            (select t.body from campaign_texts t
                                where t.campaign_id = n.campaign_id and t.channel = 'app' and t.language = 'en')
                        from notifications n join customers c on c.id = n.customer_id
                        where n.customer_id = ? and n.listed and (?::uuid is null or n.id < ?::uuid) order by n.id desc limit ?""",
                        row -> notice(row, words),
                        Callers.current().requireCustomer(),
                        page.before(),
                        page.before(),
                        page.limit() + 1);
        return Page.of(rows, page.limit(), notice -> notice.id().toString());
    }

    /** How many are unread. */
    public long unread() {
        return Sql.in(database)
                .number(
                        "select count(*) from notifications where customer_id = ? and listed and read_at is null",
                        Callers.current().requireCustomer());
    }

    /** Marks one as read; doing it again changes nothing. Refused with {@code not-found}, also for another's. */
    @Allowed(Permission.SELF_WRITE)
    public void read(UUID id) {
        int found = Sql.in(database)
                .update(
                        """
                        update notifications set read_at = coalesce(read_at, ?) where id = ? and customer_id = ? and listed""",
                        clock.instant(),
                        id,
                        Callers.current().requireCustomer());
        if (found == 0) {
            throw BusinessException.notFound();
        }
    }

    private static Notice notice(ResultSet row, TemplateBook.InForce words) throws SQLException {
        NoticeKind kind = Coded.of(NoticeKind.class, row.getString(2));
        Map<String, Object> data = Json.readMap(row.getString(3));
        NoticeValues.Reader reader = new NoticeValues.Reader(row.getString(6), row.getString(7));
        Timestamp read = row.getTimestamp(5);
        return new Notice(
                row.getObject(1, UUID.class),
                kind,
                new NoticeText(
                        text(kind, data, reader, words, RUSSIAN, row.getString(8)),
                        text(kind, data, reader, words, Locale.ENGLISH, row.getString(9))),
                data,
                row.getTimestamp(4).toInstant(),
                read == null ? null : read.toInstant());
    }

    private static String text(
            NoticeKind kind,
            Map<String, Object> data,
            NoticeValues.Reader reader,
            TemplateBook.InForce words,
            Locale locale,
            @Nullable String campaigns) {
        return Placeholders.filled(
                campaigns == null ? words.of(kind, ChannelKind.APP, locale).body() : campaigns,
                NoticeValues.of(kind, data, reader, locale));
    }
}
