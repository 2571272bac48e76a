package uplink.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.Account;
import uplink.web.shell.Go;

/** The password once more, before somebody changes how they sign in; then back to where that was wanted. */
@Named
@RequestScoped
public class ConfirmPage {

    @Inject
    private Account account;

    private @Nullable String password;
    private @Nullable String next;

    public void confirm() {
        account.confirm(Go.given(password), CurrentSession.id());
        Go.to(SignInAddress.safe(next), "confirm.done");
    }

    /** Never shown again. */
    public @Nullable String getPassword() {
        return null;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getNext() {
        return next;
    }

    public void setNext(@Nullable String next) {
        this.next = next;
    }
}
