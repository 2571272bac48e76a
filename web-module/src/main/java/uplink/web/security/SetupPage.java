package uplink.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.Setup;
import uplink.web.shell.Go;

/** The first administrator, with the one-time link that the start of the installation prints. */
@Named
@RequestScoped
public class SetupPage {

    @Inject
    private Setup setup;

    private @Nullable String token;
    private @Nullable String fullName;
    private @Nullable String email;
    private @Nullable String password;

    public boolean isOpen() {
        return setup.isOpen();
    }

    public void create() {
        Strangers.guard("setup");
        setup.createFirstAdministrator(Go.given(token), Go.given(email), Go.given(fullName), Go.given(password));
        Go.to("/sign-in", "setup.done");
    }

    public @Nullable String getPassword() {
        return null;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getToken() {
        return token;
    }

    public void setToken(@Nullable String token) {
        this.token = token;
    }

    public @Nullable String getFullName() {
        return fullName;
    }

    public void setFullName(@Nullable String fullName) {
        this.fullName = fullName;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }
}
