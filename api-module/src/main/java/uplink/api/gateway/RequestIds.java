package uplink.api.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import uplink.api.http.Requests;
import uplink.shared.Ids;
import uplink.shared.Origin;
import uplink.shared.edge.ClientAddress;

/** Gives every request a name for logs and support: the client's own when it is harmless, else a new one. */
public class RequestIds extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String HEADER = "X-Request-Id";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(Requests.ID) == null) {
            String given = request.getHeader(HEADER);
            boolean usable = given != null && HARMLESS.matcher(given).matches();
            request.setAttribute(Requests.ID, usable ? given : Ids.next().toString());
            request.setAttribute(
                    Requests.CLIENT_ADDRESS,
                    ClientAddress.of(request.getRemoteAddr(), request.getHeaders("X-Forwarded-For")));
        }
        response.setHeader(HEADER, Requests.id(request));
        Origin.set(new Origin(
                "api", Requests.clientAddress(request), request.getHeader("User-Agent"), Requests.id(request), null));
        try {
            chain.doFilter(request, response);
        } finally {
            Origin.clear();
        }
    }
}
