package uplink.web.access;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.Roles;
import uplink.auth.boundary.Roles.NewRole;
import uplink.auth.boundary.Roles.PermissionView;
import uplink.auth.boundary.Roles.RoleChange;
import uplink.auth.boundary.Roles.RoleDetail;
import uplink.web.shell.Go;

/** A role and what it may do. */
@Named
@ViewScoped
public class RoleForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Roles roles;

    private final Chosen chosen = new Chosen();
    private @Nullable String of;
    private @Nullable String code;
    private @Nullable String nameRu;
    private @Nullable String nameEn;
    private transient @Nullable RoleDetail known;
    private transient @Nullable List<PermissionView> permissions;

    public void load() {
        if (!isNew()) {
            RoleDetail role = getKnown();
            nameRu = role.nameRu();
            nameEn = role.nameEn();
            chosen.tick(role.permissions());
        }
    }

    public RoleDetail getKnown() {
        if (known == null) {
            known = roles.get(Go.given(of));
        }
        return known;
    }

    /** Those that the role can have: customers' and staff's are not mixed. */
    public List<PermissionView> getPermissions() {
        if (permissions == null) {
            boolean forCustomers = "customer".equals(of);
            permissions = roles.permissions().stream()
                    .filter(permission -> permission.code().startsWith("self:") == forCustomers)
                    .toList();
        }
        return permissions;
    }

    public void save() {
        if (isNew()) {
            roles.create(new NewRole(Go.given(code), Go.given(nameRu), Go.given(nameEn), chosen.codes()));
        } else {
            roles.change(Go.given(of), new RoleChange(nameRu, nameEn, chosen.codes()));
        }
        Go.to("/roles", isNew() ? "role.created" : "role.saved");
    }

    public void delete() {
        roles.delete(Go.given(of));
        Go.to("/roles", "role.deleted");
    }

    public boolean isNew() {
        return of == null;
    }

    public Chosen getChosen() {
        return chosen;
    }

    public @Nullable String getOf() {
        return of;
    }

    public void setOf(@Nullable String of) {
        this.of = of;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getNameRu() {
        return nameRu;
    }

    public void setNameRu(@Nullable String nameRu) {
        this.nameRu = nameRu;
    }

    public @Nullable String getNameEn() {
        return nameEn;
    }

    public void setNameEn(@Nullable String nameEn) {
        this.nameEn = nameEn;
    }
}
