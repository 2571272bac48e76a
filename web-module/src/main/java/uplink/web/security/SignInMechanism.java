package uplink.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AutoApplySession;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import uplink.auth.boundary.ConsoleSignIn;
import uplink.auth.boundary.SignedInUser;
import uplink.shared.BusinessException;

/**
 * Sign-in of the console, named in web.xml. The page hands it credentials; everything else that is protected and has no
 * session is sent to the page.
 */
@AutoApplySession
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {

    static final String REFUSAL = "uplink.sign-in.refusal";

    @Inject
    private ConsoleSignIn signIn;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (context.getAuthParameters().getCredential() instanceof UsernamePasswordCredential given) {
            return verify(given, request, context);
        }
        if (context.isProtected()) {
            SignInAddress.send(request, response);
            return AuthenticationStatus.SEND_CONTINUE;
        }
        return context.doNothing();
    }

    private AuthenticationStatus verify(
            UsernamePasswordCredential given, HttpServletRequest request, HttpMessageContext context) {
        try {
            Optional<SignedInUser> user =
                    signIn.verify(given.getCaller(), given.getPasswordAsString(), request.getRemoteAddr());
            user.ifPresent(known -> keep(known, request));
            return user.map(known -> context.notifyContainerAboutLogin(known.email(), Set.of(known.role())))
                    .orElse(AuthenticationStatus.SEND_FAILURE);
        } catch (BusinessException refusal) {
            request.setAttribute(REFUSAL, refusal);
            return AuthenticationStatus.SEND_FAILURE;
        }
    }

    /** A new session id, so that one planted before the sign-in is worth nothing. */
    private static void keep(SignedInUser user, HttpServletRequest request) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        request.getSession().setAttribute(SessionUser.ATTRIBUTE, new SessionUser(user.userId()));
        request.setAttribute(SignedInUser.class.getName(), user);
    }
}
