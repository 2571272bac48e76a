package uplink.auth.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.UserQuery;
import uplink.auth.boundary.Users.UserView;
import uplink.shared.PageRequest;
import uplink.shared.Sql;

/** Lists of users, filtered, sorted and cut in the database. Service accounts are listed on their own. */
@ApplicationScoped
public class UserRows {

    private static final String COLUMNS =
            """
            select u.id, u.email, u.full_name, u.role, u.locale, u.is_active, u.mfa_settings ->> 'totp' is not null,
                   u.password_hash is null,
                   (select max(s.created_at) from sessions s where s.user_id = u.id), u.version, u.created_at
            from users u
            """;
    private static final String FILTER =
            """
            where (?::text is null or lower(u.email) like ? or lower(u.full_name) like ?)
              and (case when ?::text is null then u.role <> 'service' else u.role = ? end)
              and (?::boolean is null or u.is_active = ?)
              and (not ? or u.role <> 'customer')
            """;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    protected UserRows() {}

    UserRows(DataSource database) {
        this.database = database;
    }

    public List<UserView> list(UserQuery query) {
        String like = like(query.text());
        return Sql.in(database)
                .list(
                        COLUMNS + FILTER + "order by " + query.sort().column() + (query.ascending() ? " asc" : " desc")
                                + ", u.id desc offset ? limit ?",
                        UserRows::view,
                        like,
                        like,
                        like,
                        query.role(),
                        query.role(),
                        query.active(),
                        query.active(),
                        query.staffOnly(),
                        query.first(),
                        query.size());
    }

    public long count(UserQuery query) {
        String like = like(query.text());
        return Sql.in(database)
                .number(
                        "select count(*) from users u " + FILTER,
                        like,
                        like,
                        like,
                        query.role(),
                        query.role(),
                        query.active(),
                        query.active(),
                        query.staffOnly());
    }

    /** One more than asked for, newest first. */
    public List<UserView> page(@Nullable String text, PageRequest page) {
        String like = like(text);
        return Sql.in(database)
                .list(
                        COLUMNS + FILTER + "and (?::uuid is null or u.id < ?::uuid) order by u.id desc limit ?",
                        UserRows::view,
                        like,
                        like,
                        like,
                        null,
                        null,
                        null,
                        null,
                        false,
                        page.before(),
                        page.before(),
                        page.limit() + 1);
    }

    public Optional<UserView> find(UUID id) {
        return Sql.in(database).first(COLUMNS + "where u.id = ?", UserRows::view, id);
    }

    private static @Nullable String like(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String literal = text.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        return "%" + literal + "%";
    }

    private static UserView view(ResultSet row) throws SQLException {
        return new UserView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                row.getBoolean(7),
                row.getBoolean(8),
                row.getTimestamp(9) == null ? null : row.getTimestamp(9).toInstant(),
                row.getInt(10),
                row.getTimestamp(11).toInstant());
    }
}
