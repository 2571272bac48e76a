package uplink.api.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import uplink.api.http.Requests;

/** Before anyone is known: ten sign-ins a minute per address, and a bound on what one address asks without a token. */
public class AddressLimit extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final TokenBuckets SIGN_INS = TokenBuckets.of(10, 60, 10);
    private static final TokenBuckets ANONYMOUS = TokenBuckets.of(20, 1, 60);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String address = Requests.clientAddress(request);
        boolean signIn =
                request.getMethod().equals("POST") && request.getRequestURI().endsWith("/v1/auth/login");
        boolean anonymous = request.getHeader("Authorization") == null;
        if (signIn && !RateLimits.admit(SIGN_INS, address, request, response)) {
            return;
        }
        if (!signIn && anonymous && !RateLimits.admit(ANONYMOUS, address, request, response)) {
            return;
        }
        chain.doFilter(request, response);
    }
}
