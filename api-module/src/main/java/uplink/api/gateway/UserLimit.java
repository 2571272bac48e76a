package uplink.api.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import uplink.api.http.Requests;
import uplink.auth.boundary.AccessTokens.Access;

/** Twenty requests a second per user, bursts of sixty. */
public class UserLimit extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final TokenBuckets USERS = TokenBuckets.of(20, 1, 60);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Access access = Requests.access(request);
        if (access == null || RateLimits.admit(USERS, access.user().userId().toString(), request, response)) {
            chain.doFilter(request, response);
        }
    }
}
