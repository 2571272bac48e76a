package uplink.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.ConsoleSignIn;
import uplink.auth.boundary.SignedInUser;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.Origin;
import uplink.shared.Outages;

/**
 * Tells the boundaries who asks, for this request only, and keeps callers away from views they have no permission for.
 * Whoever was disabled, or whose session was revoked meanwhile, is signed out; staff without a second factor are led to
 * its enrolment, and nowhere else.
 */
public class CallerFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private ConsoleSignIn users;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            // a page that says what went wrong asks nobody anything: the database may be what went wrong
            as(Caller.ANONYMOUS, request, response, chain);
            return;
        }
        try {
            askFor(request, response, chain);
        } catch (RuntimeException e) {
            if (!Outages.isOne(e) || response.isCommitted()) {
                throw e;
            }
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private void askFor(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        SessionUser known = known(request.getSession(false));
        Optional<SignedInUser> user = known == null ? Optional.empty() : users.current(known.session());
        if (known != null && user.isEmpty()) {
            request.logout();
            request.getSession().invalidate();
            SignInAddress.send(request, response);
            return;
        }
        user.ifPresent(found -> request.setAttribute(SignedInUser.class.getName(), found));
        as(user.map(SignedInUser::toCaller).orElse(Caller.ANONYMOUS), request, response, chain);
    }

    private static void as(Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Callers.set(caller);
        Origin.set(new Origin(
                "console",
                Strangers.address(request),
                request.getHeader("User-Agent"),
                Ids.next().toString(),
                null));
        try {
            if (Views.isOpenTo(Callers.current(), request.getServletPath())) {
                chain.doFilter(request, response);
            } else if (Callers.current().mustEnrol()) {
                SignInAddress.sendTo("/enrol", request, response);
            } else {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            }
        } finally {
            Callers.clear();
            Origin.clear();
        }
    }

    private static @Nullable SessionUser known(@Nullable HttpSession session) {
        return session == null ? null : (SessionUser) session.getAttribute(SessionUser.ATTRIBUTE);
    }
}
