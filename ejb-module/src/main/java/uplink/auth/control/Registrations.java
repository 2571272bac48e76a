package uplink.auth.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.shared.Ids;
import uplink.shared.Sql;
import uplink.shared.SystemTime;
import uplink.shared.Trail;

/**
 * Who wants an account waits here until the address is confirmed. Whether the address has an account already is not
 * asked before the mail is written: the request costs and answers the same.
 */
@ApplicationScoped
public class Registrations {

    private static final Duration LIFETIME = Duration.ofHours(24);

    /** Does nothing when the address got an account meanwhile. A customer with this address and no user becomes this one. */
    private static final String CONFIRM =
            """
            with made as (
                insert into users (id, email, phone, full_name, password_hash, role, locale, created_at, updated_at)
                select ?, email, phone, full_name, password_hash, 'customer', locale, ?, ? from registrations
                where id = ? and expires_at > ?
                on conflict do nothing returning id, email),
            spent as (delete from registrations r using made m where lower(r.email) = lower(m.email))
            select id, email from made""";

    private static final String ADOPT =
            """
            update customers set user_id = ?, updated_at = ?, version = version + 1
            where id = (select min(id::text)::uuid from customers where user_id is null and lower(email) = ?
                        having count(*) = 1)""";

    /** Somebody who waits. */
    record Waiting(String email, String fullName, String locale) {}

    private record Made(UUID user, String email) {}

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    protected Registrations() {}

    Registrations(DataSource database) {
        this.database = database;
    }

    public UUID add(String email, @Nullable String phone, String fullName, String passwordHash, String locale) {
        UUID id = Ids.next();
        Instant now = SystemTime.now();
        Sql.in(database)
                .update(
                        """
                        insert into registrations
                            (id, email, phone, full_name, password_hash, locale, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""",
                        id,
                        Emails.normal(email),
                        phone,
                        fullName,
                        passwordHash,
                        locale,
                        now,
                        now.plus(LIFETIME));
        return id;
    }

    Optional<Waiting> find(UUID id) {
        return Sql.in(database)
                .first(
                        "select email, full_name, locale from registrations where id = ? and expires_at > ?",
                        row -> new Waiting(row.getString(1), row.getString(2), row.getString(3)),
                        id,
                        SystemTime.now());
    }

    /** Makes the user, and joins it to the one customer of that address who has none; empty when it came too late. */
    public Optional<UUID> confirm(UUID registration) {
        UUID user = Ids.next();
        Trail.actingAs(user, "registration.confirm");
        Instant now = SystemTime.now();
        Optional<Made> made = Sql.in(database)
                .first(
                        CONFIRM,
                        row -> new Made(row.getObject(1, UUID.class), row.getString(2)),
                        user,
                        now,
                        now,
                        registration,
                        now);
        made.ifPresent(m -> Sql.in(database).update(ADOPT, m.user(), now, Emails.normal(m.email())));
        return made.map(Made::user);
    }
}
