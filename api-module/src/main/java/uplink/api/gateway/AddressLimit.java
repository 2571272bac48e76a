package uplink.api.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uplink.api.http.Requests;

/**
 * Before anyone is known: ten sign-ins a minute per address, as many of each other request that checks a secret or causes
 * a mail, and a bound on what one address asks without a token.
 */
public class AddressLimit extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final TokenBuckets SIGN_INS = TokenBuckets.of(10, 60, 10);
    private static final Set<String> GUARDED = Set.of(
            "/v1/auth/login",
            "/v1/auth/mfa/verify",
            "/v1/auth/register",
            "/v1/auth/email/confirm",
            "/v1/auth/password/forgot",
            "/v1/auth/password/reset",
            "/v1/auth/device/confirm");
    private static final TokenBuckets ANONYMOUS = TokenBuckets.of(20, 1, 60);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String address = Requests.clientAddress(request);
        String guarded = request.getMethod().equals("POST") ? guarded(request) : null;
        boolean anonymous = request.getHeader("Authorization") == null;
        if (guarded != null && !RateLimits.admit(SIGN_INS, address + guarded, request, response)) {
            return;
        }
        if (guarded == null && anonymous && !RateLimits.admit(ANONYMOUS, address, request, response)) {
            return;
        }
        chain.doFilter(request, response);
    }

    private static @Nullable String guarded(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return GUARDED.contains(path) ? path : null;
    }
}
