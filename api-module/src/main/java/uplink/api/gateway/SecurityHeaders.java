package uplink.api.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import uplink.shared.BrowserHeaders;

/** What a browser must know about every answer, errors included. The documentation pages may load their own files. */
public class SecurityHeaders extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean documentation = request.getServletPath().startsWith("/docs");
        BrowserHeaders.with(documentation ? BrowserHeaders.OWN_FILES : BrowserHeaders.NOTHING)
                .forEach(response::setHeader);
        response.setHeader("Cache-Control", documentation ? "no-cache" : "no-store");
        response.setHeader("Vary", "Origin, Accept-Language");
        chain.doFilter(request, response);
    }
}
