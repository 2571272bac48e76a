package uplink.auth.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.shared.Allowed;
import uplink.shared.Caller;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/** People and programs in whose name work goes on when they are not there: with the rights that they have at this moment. */
@Stateless
@Allowed(Permission.SYSTEM)
public class Absentees {

    private static final String NOW =
            """
            select u.id, u.email, case when u.role = 'service'
                then array(select p.permission from api_key_permissions p join api_keys k on k.id = p.key_id
                    where k.id = ? and k.user_id = u.id and k.revoked_at is null and k.expires_at > ?)
                else array(select p.permission from role_permissions p where p.role = u.role) end
            from users u where u.id = ? and u.is_active""";

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    /**
     * Empty when disabled or gone.
     *
     * @param key of a service account, which may do what the key may; null: of nobody else
     */
    public Optional<Caller> find(UUID user, @Nullable UUID key) {
        return Sql.in(database).first(NOW, Absentees::caller, key, SystemTime.now(), user);
    }

    private static Caller caller(ResultSet row) throws SQLException {
        Set<Permission> permissions = Arrays.stream((String[]) row.getArray(3).getArray())
                .flatMap(code -> Permission.of(code).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Caller(row.getObject(1, UUID.class), null, row.getString(2), permissions);
    }
}
