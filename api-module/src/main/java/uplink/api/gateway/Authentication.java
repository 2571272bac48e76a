package uplink.api.gateway;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uplink.api.http.Requests;
import uplink.api.problem.Problem;
import uplink.api.problem.Problems;
import uplink.auth.boundary.AccessTokens;
import uplink.auth.boundary.AccessTokens.Access;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Origin;
import uplink.shared.ProblemType;
import uplink.shared.Text;
import uplink.shared.edge.Limits;

/**
 * Finds out who asks. No token: an anonymous caller, whom the boundaries let do what anyone may. A bad token: 401 at
 * once, so that a client learns that it must renew it, and counted as a stranger's request; only sign-in itself does not
 * look at tokens.
 */
public class Authentication extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String SCHEME = "bearer ";
    private static final Set<String> TOKENS_DO_NOT_MATTER = Set.of(
            "/v1/auth/login",
            "/v1/auth/mfa/verify",
            "/v1/auth/refresh",
            "/v1/auth/register",
            "/v1/auth/email/confirm",
            "/v1/auth/password/forgot",
            "/v1/auth/password/reset",
            "/v1/auth/device/confirm",
            "/v1/auth/jwks",
            "/v1/gateways/osmp"); // agents have credentials of their own

    @Inject
    private transient AccessTokens tokens;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String header = request.getHeader("Authorization");
        if (header == null || TOKENS_DO_NOT_MATTER.contains(path(request))) {
            Callers.set(Caller.ANONYMOUS);
            chain.doFilter(request, response);
            return;
        }
        Optional<Access> access = bearer(header).flatMap(tokens::verify);
        if (access.isEmpty()) {
            Requests.tell(Limits.stranger(Requests.clientAddress(request)), response);
            response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            Problems.write(
                    request, response, Problem.of(ProblemType.UNAUTHENTICATED, Text.of("shared.unauthenticated")));
            return;
        }
        request.setAttribute(Requests.ACCESS, access.get());
        Callers.set(access.get().user().toCaller());
        Origin.set(Origin.current().by(access.get().session())); // of a service account: the key
        chain.doFilter(request, response);
    }

    private static Optional<String> bearer(String header) {
        boolean isBearer = header.toLowerCase(Locale.ROOT).startsWith(SCHEME);
        return isBearer ? Optional.of(header.substring(SCHEME.length()).strip()) : Optional.empty();
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
