package uplink.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.Users;
import uplink.auth.boundary.Users.NewStaff;
import uplink.auth.boundary.Users.UserView;
import uplink.web.shell.Go;

/** A new colleague: invited by mail, so that nobody else ever knows the password. */
@Named
@RequestScoped
public class UserForm {

    @Inject
    private Users users;

    private @Nullable String email;
    private @Nullable String fullName;
    private @Nullable String role;
    private String locale = "ru";

    public void invite() {
        UserView made = users.create(new NewStaff(Go.given(email), Go.given(fullName), Go.given(role), locale, null));
        Go.to("/user?id=" + made.id(), "user.invited-to", made.email());
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getFullName() {
        return fullName;
    }

    public void setFullName(@Nullable String fullName) {
        this.fullName = fullName;
    }

    public @Nullable String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role;
    }

    public String getLocale() {
        return locale;
    }

    public void setLocale(String locale) {
        this.locale = locale;
    }
}
