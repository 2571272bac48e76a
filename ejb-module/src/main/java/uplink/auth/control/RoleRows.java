package uplink.auth.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import uplink.auth.boundary.Roles.PermissionView;
import uplink.auth.boundary.Roles.RoleDetail;
import uplink.shared.Permission;
import uplink.shared.Sql;

/** Roles and what they may do, as rows. */
@ApplicationScoped
public class RoleRows {

    private static final String ROLES =
            """
            select r.code, r.name_ru, r.name_en, r.is_system,
                   (select count(*) from users u where u.role = r.code and u.is_active),
                   (select array_agg(permission order by permission) from role_permissions p where p.role = r.code)
            from roles r where ?::text is null or r.code = ? order by r.is_system desc, r.code""";

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    protected RoleRows() {}

    RoleRows(DataSource database) {
        this.database = database;
    }

    public List<RoleDetail> list() {
        return Sql.in(database).list(ROLES, RoleRows::role, null, null);
    }

    public Optional<RoleDetail> find(String code) {
        return Sql.in(database).first(ROLES, RoleRows::role, code, code);
    }

    public List<PermissionView> permissions() {
        return Sql.in(database)
                .list(
                        "select code, name_ru, name_en from permissions order by code",
                        row -> new PermissionView(row.getString(1), row.getString(2), row.getString(3)));
    }

    /** Adds the role; false when there is one of that code. */
    public boolean insert(String code, String nameRu, String nameEn) {
        return Sql.in(database)
                        .update(
                                "insert into roles (code, name_ru, name_en) values (?, ?, ?) on conflict do nothing",
                                code,
                                nameRu,
                                nameEn)
                == 1;
    }

    public void rename(String code, String nameRu, String nameEn) {
        Sql.in(database).update("update roles set name_ru = ?, name_en = ? where code = ?", nameRu, nameEn, code);
    }

    /** Replaces the set; what this build does not know is not touched. */
    public void grant(String code, Set<Permission> permissions) {
        String[] codes = permissions.stream().map(Permission::code).toArray(String[]::new);
        Sql.in(database)
                .update("delete from role_permissions where role = ? and permission <> all (?::text[])", code, codes);
        Sql.in(database)
                .update(
                        """
                        insert into role_permissions (role, permission) select ?, unnest(?::text[])
                        on conflict do nothing""",
                        code,
                        codes);
    }

    /** False when somebody still has the role, disabled users included. */
    public boolean delete(String code) {
        return Sql.in(database)
                        .update(
                                """
                                delete from roles where code = ? and not is_system
                                and not exists (select from users where role = ?)""",
                                code,
                                code)
                == 1;
    }

    /** What a role may do, as far as this build knows. */
    public Set<Permission> permissionsOf(String code) {
        return Sql.in(database)
                .list("select permission from role_permissions where role = ?", row -> row.getString(1), code)
                .stream()
                .flatMap(permission -> Permission.of(permission).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static RoleDetail role(ResultSet row) throws SQLException {
        return new RoleDetail(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getLong(5),
                row.getArray(6) == null
                        ? List.of()
                        : Stream.of((String[]) row.getArray(6).getArray()).toList());
    }
}
