package uplink.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.PasswordReset;
import uplink.web.shell.Go;

/** Forgotten passwords, and going on after too many wrong ones: by links in mails. */
@Named
@RequestScoped
public class RecoveryPage {

    @Inject
    private PasswordReset reset;

    private @Nullable String email;
    private @Nullable String token;
    private @Nullable String password;

    /** Says the same whether there is such an account or not. */
    public void forgot() {
        Strangers.guard("forgot-password");
        reset.forgot(Go.given(email));
        Go.to("/sign-in", "forgot.sent");
    }

    public void setNewPassword() {
        Strangers.guard("reset-password");
        know(reset.reset(Go.given(token), Go.given(password), DeviceCookie.from(request())));
        Go.to("/sign-in", "reset.done");
    }

    public void unlock() {
        Strangers.guard("know-device");
        know(reset.knowDevice(Go.given(token), DeviceCookie.from(request())));
        Go.to("/sign-in", "unlock.done");
    }

    private static void know(String deviceToken) {
        DeviceCookie.set(request(), (HttpServletResponse) external().getResponse(), deviceToken);
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest) external().getRequest();
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getToken() {
        return token;
    }

    public void setToken(@Nullable String token) {
        this.token = token;
    }

    /** Never shown again. */
    public @Nullable String getPassword() {
        return null;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }
}
