package uplink.api.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import uplink.api.http.Requests;
import uplink.shared.edge.Limits;

/**
 * A bound on what one address asks without a token that was found good. What the client merely sends decides nothing:
 * this stands after {@link Authentication}, which counts bad tokens itself.
 */
public class StrangerLimit extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Requests.access(request) == null) {
            Requests.tell(Limits.stranger(Requests.clientAddress(request)), response);
        }
        chain.doFilter(request, response);
    }
}
