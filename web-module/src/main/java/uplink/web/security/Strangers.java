package uplink.web.security;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;
import uplink.shared.edge.Allowance;
import uplink.shared.edge.ClientAddress;
import uplink.shared.edge.Limits;

/**
 * A bound on what people who have not signed in ask, and on the sessions they make the server keep. Its refusals are
 * plain text: a page of the console would need a session.
 */
public class Strangers extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String RESOURCES = "/jakarta.faces.resource/";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpSession session = request.getSession(false);
        if (isKnown(session) || request.getServletPath().startsWith(RESOURCES)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            String address = address(request);
            Limits.stranger(address).headers().forEach(response::setHeader);
            if (session == null) {
                Limits.newSession(address);
                open(request);
            }
        } catch (BusinessException refusal) {
            refuse(request, response, refusal);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Where the request comes from, with what a trusted proxy says. */
    static String address(HttpServletRequest request) {
        return ClientAddress.of(request.getRemoteAddr(), request.getHeaders("X-Forwarded-For"));
    }

    /** Counts what a page does for somebody who has not signed in; the API's operations have the same names. */
    static void guard(String operation) {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        Limits.guard(operation, address((HttpServletRequest) external.getRequest()));
    }

    private static boolean isKnown(@Nullable HttpSession session) {
        return session != null && session.getAttribute(SessionUser.ATTRIBUTE) != null;
    }

    /** Every page keeps its reader in a session: it is made here, where it can be said that there is no room for it. */
    private static void open(HttpServletRequest request) {
        try {
            request.getSession();
        } catch (IllegalStateException full) {
            throw new BusinessException(ProblemType.UNAVAILABLE, Text.of("shared.unavailable"));
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, BusinessException refusal)
            throws IOException {
        response.setStatus(refusal.type().status());
        if (refusal.extensions().get(Limits.LIMIT) instanceof Long limit
                && refusal.extensions().get(Limits.RETRY_AFTER) instanceof Long reset) {
            new Allowance(limit, 0, reset).headers().forEach(response::setHeader);
        }
        response.setHeader(
                "Retry-After",
                refusal.extensions().getOrDefault(Limits.RETRY_AFTER, 10).toString());
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().println(refusal.detail().in(Text.supported(request.getLocale())));
    }
}
