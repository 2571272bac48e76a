package uplink.notification.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
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
        List<Notice> rows = Sql.in(database)
                .list(
                        """
                        select id, kind, data, created_at, read_at from notifications
                        where customer_id = ? and (?::uuid is null or id < ?::uuid) order by id desc limit ?""",
                        Notifications::notice,
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
                        "select count(*) from notifications where customer_id = ? and read_at is null",
                        Callers.current().requireCustomer());
    }

    /** Marks one as read; doing it again changes nothing. Refused with {@code not-found}, also for another's. */
    @Allowed(Permission.SELF_WRITE)
    public void read(UUID id) {
        int found = Sql.in(database)
                .update(
                        """
                        update notifications set read_at = coalesce(read_at, ?) where id = ? and customer_id = ?""",
                        clock.instant(),
                        id,
                        Callers.current().requireCustomer());
        if (found == 0) {
            throw BusinessException.notFound();
        }
    }

    private static Notice notice(ResultSet row) throws SQLException {
        NoticeKind kind = Coded.of(NoticeKind.class, row.getString(2));
        Map<String, Object> data = Json.readMap(row.getString(3));
        Timestamp read = row.getTimestamp(5);
        return new Notice(
                row.getObject(1, UUID.class),
                kind,
                NoticeTexts.of(kind, data),
                data,
                row.getTimestamp(4).toInstant(),
                read == null ? null : read.toInstant());
    }
}
