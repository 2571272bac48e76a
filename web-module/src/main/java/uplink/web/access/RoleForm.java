package uplink.web.access;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.Roles;
import uplink.auth.boundary.Roles.NewRole;
import uplink.auth.boundary.Roles.PermissionView;
import uplink.auth.boundary.Roles.RoleChange;
import uplink.auth.boundary.Roles.RoleDetail;
import uplink.web.shell.Go;
import uplink.web.shell.NamedForm;

/** A role and what it may do. */
@Named
@ViewScoped
public class RoleForm extends NamedForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private Roles roles;

    private final Chosen chosen = new Chosen();
    private @Nullable String of;
    private transient @Nullable RoleDetail known;
    private transient @Nullable List<PermissionView> permissions;

    public void load() {
        if (!isNew()) {
            RoleDetail role = getKnown();
            setNameRu(role.nameRu());
            setNameEn(role.nameEn());
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
            roles.create(
                    new NewRole(Go.given(getCode()), Go.given(getNameRu()), Go.given(getNameEn()), chosen.codes()));
        } else {
            roles.change(Go.given(of), new RoleChange(getNameRu(), getNameEn(), chosen.codes()));
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
}
