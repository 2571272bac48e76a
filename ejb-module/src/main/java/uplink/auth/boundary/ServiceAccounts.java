package uplink.auth.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.auth.control.ApiKeys;
import uplink.auth.control.Grants;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.SystemTime;
import uplink.shared.Text;
import uplink.shared.Validation;

/**
 * Other programs that use the API: service accounts with keys instead of passwords. A key may do what it was made for,
 * never more than its maker, and expires after at most a year. Changes hold within five seconds.
 */
@Stateless
@Allowed(Permission.USER_WRITE)
public class ServiceAccounts {

    /** A program that has an account. */
    public record ServiceAccount(UUID id, String name, boolean active, Instant createdAt) {}

    /**
     * @param permissions codes of what the key may do
     * @param days how long the key is good: 1 to 366
     */
    public record NewKey(String name, List<String> permissions, int days) {}

    /** The key itself, shown only here: send it as a bearer token. */
    public record MadeKey(String key, ApiKey details) {}

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DAYS = 366;
    private static final String SELECT =
            "select id, full_name, is_active, created_at from users where role = 'service' ";

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private ApiKeys keys;

    /** All of them, newest first: there are few. */
    public List<ServiceAccount> list() {
        return Sql.in(database).list(SELECT + "order by id desc", ServiceAccounts::account);
    }

    /** Refusals: {@code not-found}. */
    public ServiceAccount get(UUID id) {
        return Sql.in(database)
                .first(SELECT + "and id = ?", ServiceAccounts::account, id)
                .orElseThrow(BusinessException::notFound);
    }

    /** Refusals: {@code validation}. */
    public ServiceAccount create(String name) {
        Validation validation = new Validation();
        String given = validation.text("name", name, LONGEST_NAME);
        validation.done();
        UUID id = Ids.next();
        Instant now = SystemTime.now();
        Sql.in(database)
                .update(
                        """
                        insert into users (id, email, full_name, role, created_at, updated_at)
                        values (?, ?, ?, 'service', ?, ?)""",
                        id,
                        id + "@service.invalid", // no mail ever gets there (RFC 2606)
                        given,
                        now,
                        now);
        return get(id);
    }

    /** False stops all of its keys at once; true lets those that have not expired work again. Refusals: {@code not-found}. */
    public ServiceAccount setActive(UUID id, boolean active) {
        Sql.in(database)
                .update(
                        """
                        update users set is_active = ?, updated_at = ?, version = version + 1
                        where id = ? and role = 'service'""",
                        active,
                        SystemTime.now(),
                        id);
        return get(id);
    }

    /** Newest first, with those that are no longer in force. Refusals: {@code not-found}. */
    public List<ApiKey> keys(UUID account) {
        get(account);
        return keys.list(account);
    }

    /** Refusals: {@code not-found}, {@code validation}, {@code forbidden} for more than the caller may do. */
    public MadeKey addKey(UUID account, NewKey wanted) {
        get(account);
        Validation validation = new Validation();
        String name = validation.text("name", wanted.name(), LONGEST_NAME);
        validation.check(
                wanted.days() >= 1 && wanted.days() <= LONGEST_DAYS, "days", Text.of("auth.key.days", LONGEST_DAYS));
        validation.check(!wanted.permissions().isEmpty(), "permissions", Text.of("shared.validation.required"));
        validation.done();
        Set<Permission> permissions = Grants.of(wanted.permissions());
        if (permissions.stream().anyMatch(Grants::isOwn)) {
            throw BusinessException.invalid("permissions", Text.of("auth.permission.not-for-role"));
        }
        Grants.requireHeld(permissions);
        String key = keys.add(account, name, permissions, SystemTime.now().plus(Duration.ofDays(wanted.days())));
        return new MadeKey(key, keys.list(account).get(0));
    }

    /** Refusals: {@code not-found}. */
    public void revokeKey(UUID account, UUID key) {
        if (!keys.revoke(account, key)) {
            throw BusinessException.notFound();
        }
    }

    private static ServiceAccount account(ResultSet row) throws SQLException {
        return new ServiceAccount(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getBoolean(3),
                row.getTimestamp(4).toInstant());
    }
}
