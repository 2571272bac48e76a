package uplink.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.SignedInUser;
import uplink.shared.BusinessException;
import uplink.web.problem.Refusals;
import uplink.web.shell.Reader;

/** E-mail and password in, the page that was wanted out. */
@Named
@RequestScoped
public class SignInPage {

    @Inject
    private SecurityContext security;

    @Inject
    private Reader reader;

    private @Nullable String email;
    private @Nullable String password;
    private @Nullable String next;

    public void signIn() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        AuthenticationStatus status = security.authenticate(
                request,
                (HttpServletResponse) external.getResponse(),
                AuthenticationParameters.withParams()
                        .newAuthentication(true)
                        .credential(new UsernamePasswordCredential(email, password)));
        password = null;
        if (status == AuthenticationStatus.SUCCESS) {
            if (request.getAttribute(SignedInUser.class.getName()) instanceof SignedInUser user) {
                reader.settle(user.locale().getLanguage());
            }
            external.redirect(external.getRequestContextPath() + SignInAddress.safe(next));
            faces.responseComplete();
        } else {
            refuse(faces, request);
        }
    }

    private void refuse(FacesContext faces, HttpServletRequest request) {
        ((HttpServletResponse) faces.getExternalContext().getResponse()).setStatus(HttpServletResponse.SC_OK);
        if (request.getAttribute(SignInMechanism.REFUSAL) instanceof BusinessException refusal) {
            Refusals.show(faces, refusal);
        } else {
            String text = reader.say("sign-in.refused");
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
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

    public @Nullable String getNext() {
        return next;
    }

    public void setNext(@Nullable String next) {
        this.next = next;
    }
}
