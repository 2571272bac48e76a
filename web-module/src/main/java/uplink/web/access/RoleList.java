package uplink.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.Roles;
import uplink.auth.boundary.Roles.RoleDetail;

/** All roles of people: service accounts have their keys' permissions instead. */
@Named
@RequestScoped
public class RoleList {

    @Inject
    private Roles roles;

    private @Nullable List<RoleDetail> rows;

    public List<RoleDetail> getRows() {
        if (rows == null) {
            rows = roles.list().stream()
                    .filter(role -> !role.code().equals("service"))
                    .toList();
        }
        return rows;
    }
}
