package uplink.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.Credential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.SignedInUser;
import uplink.shared.BusinessException;
import uplink.web.problem.Refusals;
import uplink.web.shell.Reader;

/** Hands what a page was given to the sign-in, and goes where that leads: in, to the second step, or nowhere. */
@RequestScoped
public class Entrance {

    @Inject
    private SecurityContext security;

    @Inject
    private Reader reader;

    /** Signs in, and goes to the view that was wanted. */
    void enter(Credential credential, @Nullable String next) throws IOException {
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
}
