package uplink.auth.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.auth.control.OneTimeTokens.Purpose;
import uplink.shared.Ids;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/** Other addresses for users, from the wish to the day on which they count. */
@ApplicationScoped
public class EmailChanges {

    /** A wish, and whose it is. */
    record Wanted(UUID user, String email, String before, boolean open) {}

    private static final String CHANGE =
            """
            update users u set email = w.email, updated_at = ?, version = u.version + 1 from email_changes w
            where w.id = ? and u.id = w.user_id and u.is_active
              and not exists (select from users o where lower(o.email) = w.email)""";

    private static final String FOLLOW =
            """
            update customers c set email = w.email, updated_at = ?, version = c.version + 1 from email_changes w
            where w.id = ? and c.user_id = w.user_id returning c.id""";

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    protected EmailChanges() {}

    EmailChanges(DataSource database) {
        this.database = database;
    }

    /** Keeps the wish for as long as its link lives; answers its id. */
    public UUID add(UUID user, String email) {
        UUID id = Ids.next();
        Instant now = SystemTime.now();
        Sql.in(database)
                .update(
                        """
                        insert into email_changes (id, user_id, email, before, created_at, expires_at)
                        select ?, id, ?, email, ?, ? from users where id = ?""",
                        id,
                        Emails.normal(email),
                        now,
                        now.plus(Purpose.CHANGE_EMAIL.lifetime()),
                        user);
        return id;
    }

    Optional<Wanted> find(UUID id) {
        return Sql.in(database)
                .first(
                        "select user_id, email, before, expires_at > ? from email_changes where id = ?",
                        row -> new Wanted(
                                row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getBoolean(4)),
                        SystemTime.now(),
                        id);
    }

    /** The address is the user's and the customer's now; false when somebody else has it by now, and for disabled users. */
    public boolean apply(UUID id) {
        Instant now = SystemTime.now();
        boolean changed = Sql.in(database).update(CHANGE, now, id) == 1;
        if (changed) {
            Sql.in(database)
                    .list(FOLLOW, row -> row.getObject(1, UUID.class), now, id)
                    .forEach(customer -> Sql.in(database)
                            .first("select refresh_customer_search(array[?::uuid])", row -> true, customer));
        }
        return changed;
    }
}
