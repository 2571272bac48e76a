package uplink.api.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import uplink.api.http.Requests;
import uplink.auth.boundary.AccessTokens.Access;
import uplink.shared.edge.Limits;

/** A bound on what one user asks; a service account is one, whichever of its keys it uses. */
public class UserLimit extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Access access = Requests.access(request);
        if (access != null) {
            Requests.tell(Limits.user(access.user().userId()), response);
        }
        chain.doFilter(request, response);
    }
}
