package uplink.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.Users;
import uplink.auth.boundary.Users.RoleView;
import uplink.web.shell.Reader;

/** The roles that people can have, for drop-down lists and for their names. */
@Named
@RequestScoped
public class RoleChoice {

    @Inject
    private Users users;

    @Inject
    private Reader reader;

    private @Nullable List<RoleView> rows;

    public List<RoleView> getRows() {
        if (rows == null) {
            rows = users.roles();
        }
        return rows;
    }

    /** Without the one of customers, whose users are made with them. */
    public List<RoleView> getOfStaff() {
        return getRows().stream()
                .filter(role -> !role.code().equals("customer"))
                .toList();
    }

    public String name(String code) {
        return getRows().stream()
                .filter(role -> role.code().equals(code))
                .map(role -> reader.name(role.nameRu(), role.nameEn()))
                .findFirst()
                .orElse(code);
    }
}
