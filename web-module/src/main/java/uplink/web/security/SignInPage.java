package uplink.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import uplink.web.shell.Go;

/** E-mail and password in, then a code where there is a second factor; the page that was wanted out. */
@Named
@RequestScoped
public class SignInPage {

    @Inject
    private Entrance entrance;

    private @Nullable String email;
    private @Nullable String password;
    private @Nullable String code;
    private @Nullable String next;

    public void signIn() throws IOException {
        entrance.enter(new UsernamePasswordCredential(email, password), next);
        password = null;
    }

    /** The second step. Whoever comes without the first, or too late after it, begins again. */
    public void enterCode() throws IOException {
        Object pending = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getSessionMap()
                .get(PendingSignIn.ATTRIBUTE);
        if (pending instanceof PendingSignIn first) {
            entrance.enter(new SecondStep(first.mfaToken(), Go.given(code)), first.next());
        } else {
            Go.to("/sign-in");
        }
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getPassword() {
        return null;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    /** Never shown again. */
    public @Nullable String getCode() {
        return null;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getNext() {
        return next;
    }

    public void setNext(@Nullable String next) {
        this.next = next;
    }
}
