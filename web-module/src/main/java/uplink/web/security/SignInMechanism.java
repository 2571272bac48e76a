package uplink.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AutoApplySession;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.ConsoleSignIn;
import uplink.auth.boundary.SignIn;
import uplink.auth.boundary.SignedInUser;
import uplink.shared.BusinessException;
import uplink.shared.edge.Limits;
import uplink.web.shell.Go;

/**
 * Sign-in of the console, named in web.xml. The page hands it credentials; everything else that is protected and has no
 * session is sent to the page.
 */
@AutoApplySession
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {

    static final String REFUSAL = "uplink.sign-in.refusal";
    /** Holds the token of the second step when the password was right and a code must follow. */
    static final String SECOND_STEP = "uplink.sign-in.second-step";

    @Inject
    private ConsoleSignIn signIn;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Credential given = context.getAuthParameters().getCredential();
        if (given instanceof UsernamePasswordCredential
                || given instanceof SecondStep
                || given instanceof PasskeyStep) {
            return verify(given, request, response, context);
        }
        if (context.isProtected()) {
            SignInAddress.send(request, response);
            return AuthenticationStatus.SEND_CONTINUE;
        }
        return context.doNothing();
    }

    private AuthenticationStatus verify(
            Credential given, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        try {
            String address = Strangers.address(request);
            Limits.guard(isSecond(given) ? "second-factor" : "sign-in", address);
            SignIn.Origin origin =
                    new SignIn.Origin(request.getHeader("User-Agent"), address, DeviceCookie.from(request));
            ConsoleSignIn.Opened opened = open(given, origin, request);
            if (opened == null) {
                return AuthenticationStatus.SEND_FAILURE;
            }
            keep(opened, request, response);
            return context.notifyContainerAboutLogin(
                    opened.user().email(), Set.of(opened.user().role()));
        } catch (BusinessException refusal) {
            request.setAttribute(REFUSAL, refusal);
            return AuthenticationStatus.SEND_FAILURE;
        }
    }

    private static boolean isSecond(Credential given) {
        return given instanceof SecondStep || (given instanceof PasskeyStep step && step.mfaToken() != null);
    }

    private ConsoleSignIn.@Nullable Opened open(Credential given, SignIn.Origin origin, HttpServletRequest request) {
        if (given instanceof SecondStep step) {
            return signIn.code(step.mfaToken(), step.code(), origin);
        }
        if (given instanceof PasskeyStep step) {
            return step.mfaToken() == null
                    ? signIn.passkey(Go.given(step.asked()), step.assertion(), origin)
                    : signIn.passkey(step.mfaToken(), step.assertion(), origin);
        }
        return password((UsernamePasswordCredential) given, origin, request);
    }

    /** Null when it was wrong, and when it was right but a code must follow. */
    private ConsoleSignIn.@Nullable Opened password(
            UsernamePasswordCredential given, SignIn.Origin origin, HttpServletRequest request) {
        Optional<ConsoleSignIn.First> first = signIn.password(given.getCaller(), given.getPasswordAsString(), origin);
        first.map(ConsoleSignIn.First::mfaToken).ifPresent(token -> request.setAttribute(SECOND_STEP, token));
        return first.map(ConsoleSignIn.First::opened).orElse(null);
    }

    /** A new session id, so that one planted before the sign-in is worth nothing. */
    private static void keep(ConsoleSignIn.Opened opened, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        request.getSession().removeAttribute(PendingSignIn.ATTRIBUTE);
        request.getSession().setAttribute(SessionUser.ATTRIBUTE, new SessionUser(opened.session()));
        request.setAttribute(SignedInUser.class.getName(), opened.user());
        DeviceCookie.set(request, response, opened.deviceToken());
    }
}
