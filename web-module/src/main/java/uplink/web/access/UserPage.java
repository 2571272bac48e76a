package uplink.web.access;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.Session;
import uplink.auth.boundary.Users;
import uplink.auth.boundary.Users.UserChange;
import uplink.auth.boundary.Users.UserView;
import uplink.shared.Callers;
import uplink.web.shell.Go;
import uplink.web.shell.Rows;

/** One user: role, state, second factor, and where the user is signed in. */
@Named
@ViewScoped
public class UserPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Users users;

    private @Nullable String id;
    private @Nullable String role;
    private @Nullable String fullName;
    private @Nullable String locale;
    private transient @Nullable UserView user;
    private final Rows<Session> sessions = new Rows<>(
            (first, size, column, ascending) -> users.sessions(Go.id(id), first, size),
            () -> users.countSessions(Go.id(id)));

    public void load() {
        UserView found = getUser();
        role = found.role();
        fullName = found.fullName();
        locale = found.locale();
    }

    public UserView getUser() {
        if (user == null) {
            user = users.get(Go.id(id));
        }
        return user;
    }

    /** A customer's user keeps the customers' role: it belongs to a contract. */
    public boolean isStaff() {
        return !getUser().role().equals("customer");
    }

    public boolean isOneself() {
        return getUser().id().equals(Callers.current().userId());
    }

    public String getState() {
        if (!getUser().active()) {
            return "disabled";
        }
        return getUser().invited() ? "invited" : "active";
    }

    public void save() {
        String wanted = Objects.equals(role, getUser().role()) ? null : role;
        users.change(Go.id(id), new UserChange(wanted, null, fullName, locale));
        done("user.saved");
    }

    public void disable() {
        users.disable(Go.id(id));
        done("user.disabled");
    }

    public void enable() {
        users.enable(Go.id(id));
        done("user.enabled");
    }

    public void resetSecondFactor() {
        users.resetSecondFactor(Go.id(id));
        done("user.factor-reset");
    }

    public void endSessions() {
        users.endSessions(Go.id(id));
        done("user.sessions-ended");
    }

    public void sendLink() {
        users.sendPasswordLink(Go.id(id));
        done("user.link-sent");
    }

    private void done(String note) {
        Go.to("/user?id=" + id, note);
    }

    public Rows<Session> getSessions() {
        return sessions;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role;
    }

    public @Nullable String getFullName() {
        return fullName;
    }

    public void setFullName(@Nullable String fullName) {
        this.fullName = fullName;
    }

    public @Nullable String getLocale() {
        return locale;
    }

    public void setLocale(@Nullable String locale) {
        this.locale = locale;
    }
}
