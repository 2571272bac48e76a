package uplink.auth.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/** What each role may do, as the database says; at most two seconds old, so that a change holds within five. */
@ApplicationScoped
public class RolePermissions {

    private static final long FRESH_MILLIS = 2000;

    private record Granted(String role, Permission permission) {}

    private record Snapshot(Map<String, Set<Permission>> byRole, long readAt) {}

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    private volatile Snapshot snapshot = new Snapshot(Map.of(), 0);

    protected RolePermissions() {}

    RolePermissions(DataSource database) {
        this.database = database;
    }

    Set<Permission> of(String role) {
        return fresh().byRole().getOrDefault(role, Set.of());
    }

    private Snapshot fresh() {
        Snapshot current = snapshot;
        if (SystemTime.millis() - current.readAt() > FRESH_MILLIS) {
            current = read();
            snapshot = current;
        }
        return current;
    }

    private Snapshot read() {
        long readAt = SystemTime.millis();
        Map<String, Set<Permission>> byRole =
                Sql.in(database)
                        .list("select role, permission from role_permissions", RolePermissions::granted)
                        .stream()
                        .flatMap(Optional::stream)
                        .collect(Collectors.groupingBy(
                                Granted::role,
                                Collectors.mapping(
                                        Granted::permission,
                                        Collectors.collectingAndThen(
                                                Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)),
                                                Collections::unmodifiableSet))));
        return new Snapshot(byRole, readAt);
    }

    /** Empty for a permission that this build does not know. */
    private static Optional<Granted> granted(ResultSet row) throws SQLException {
        String role = row.getString(1);
        return Permission.of(row.getString(2)).map(permission -> new Granted(role, permission));
    }
}
