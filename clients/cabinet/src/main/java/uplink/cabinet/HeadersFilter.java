package uplink.cabinet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import uplink.shared.BrowserHeaders;

/** The headers of every answer, errors included. */
public class HeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        BrowserHeaders.with(BrowserHeaders.OWN_FILES).forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-cache");
        chain.doFilter(request, response);
    }
}
