package uplink.web.access;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.UserQuery;
import uplink.auth.boundary.UserQuery.Sort;
import uplink.auth.boundary.Users;
import uplink.auth.boundary.Users.UserView;
import uplink.web.shell.Rows;

/** Everybody who can sign in; staff at first. */
@Named
@ViewScoped
public class UserList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Users users;

    private @Nullable String text;
    private @Nullable String role;
    private @Nullable String state;
    private boolean staffOnly = true;
    private final Rows<UserView> rows = new Rows<>(
            (first, size, column, ascending) -> users.list(query(first, size, column, ascending)),
            () -> users.count(query(0, 1, null, false)));

    private UserQuery query(int first, int size, @Nullable String column, boolean ascending) {
        Sort sort = column == null ? Sort.CREATED : Sort.valueOf(column);
        Boolean active = state == null ? null : state.equals("active");
        return new UserQuery(text, role, active, staffOnly, sort, ascending, first, size);
    }

    public Rows<UserView> getRows() {
        return rows;
    }

    public boolean isFiltered() {
        return text != null || role != null || state != null;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role;
    }

    public @Nullable String getState() {
        return state;
    }

    public void setState(@Nullable String state) {
        this.state = state;
    }

    public boolean isStaffOnly() {
        return staffOnly;
    }

    public void setStaffOnly(boolean staffOnly) {
        this.staffOnly = staffOnly;
    }
}
