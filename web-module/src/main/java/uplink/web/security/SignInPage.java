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
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.SignedInUser;
import uplink.shared.BusinessException;
import uplink.web.problem.Refusals;
import uplink.web.shell.Go;
import uplink.web.shell.Reader;

/** E-mail and password in, then a code where there is a second factor; the page that was wanted out. */
@Named
@RequestScoped
public class SignInPage {

    @Inject
    private SecurityContext security;

    @Inject
    private Reader reader;

    private @Nullable String email;
    private @Nullable String password;
    private @Nullable String code;
    private @Nullable String next;

    public void signIn() throws IOException {
        authenticate(new UsernamePasswordCredential(email, password));
        password = null;
    }

    /** The second step. Whoever comes without the first, or too late after it, begins again. */
    public void enterCode() throws IOException {
        Object pending = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getSessionMap()
                .get(PendingSignIn.ATTRIBUTE);
        if (pending instanceof PendingSignIn first) {
            next = first.next();
            authenticate(new SecondStep(first.mfaToken(), Go.given(code)));
        } else {
            Go.to("/sign-in");
        }
    }

    private void authenticate(Credential credential) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        AuthenticationStatus status = security.authenticate(
                request,
                (HttpServletResponse) external.getResponse(),
                AuthenticationParameters.withParams().newAuthentication(true).credential(credential));
        if (status == AuthenticationStatus.SUCCESS) {
            if (request.getAttribute(SignedInUser.class.getName()) instanceof SignedInUser user) {
                reader.settle(user.locale().getLanguage());
            }
            external.redirect(external.getRequestContextPath() + SignInAddress.safe(next));
            faces.responseComplete();
        } else if (request.getAttribute(SignInMechanism.SECOND_STEP) instanceof String token) {
            request.changeSessionId();
            external.getSessionMap().put(PendingSignIn.ATTRIBUTE, new PendingSignIn(token, SignInAddress.safe(next)));
            ((HttpServletResponse) external.getResponse()).setStatus(HttpServletResponse.SC_OK);
            external.redirect(external.getRequestContextPath() + "/sign-in-code");
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
