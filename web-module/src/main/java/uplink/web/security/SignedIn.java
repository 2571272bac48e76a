package uplink.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import uplink.auth.boundary.ConsoleSignIn;
import uplink.auth.boundary.SignedInUser;

/** The user of this request, for the header; and the way out. */
@Named
@RequestScoped
public class SignedIn {

    @Inject
    private ConsoleSignIn sessions;

    public String getName() {
        return user().map(SignedInUser::fullName).orElse("");
    }

    public String getEmail() {
        return user().map(SignedInUser::email).orElse("");
    }

    public void signOut() throws IOException, ServletException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        if (external.getSessionMap().get(SessionUser.ATTRIBUTE) instanceof SessionUser known) {
            sessions.signOut(known.session());
        }
        ((HttpServletRequest) external.getRequest()).logout();
        external.invalidateSession();
        external.redirect(external.getRequestContextPath() + "/sign-in");
    }

    private static Optional<SignedInUser> user() {
        return Optional.ofNullable((SignedInUser) FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestMap()
                .get(SignedInUser.class.getName()));
    }
}
