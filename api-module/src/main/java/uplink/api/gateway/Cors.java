package uplink.api.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import uplink.api.problem.Problem;
import uplink.api.problem.Problems;
import uplink.shared.ProblemType;
import uplink.shared.Settings;
import uplink.shared.Text;

/** Which web pages may call the API from a browser: the exact origins of {@code UPLINK_CORS_ORIGINS}, no patterns. */
public class Cors extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Set<String> ORIGINS = Set.copyOf(Lists.of(Settings.text("UPLINK_CORS_ORIGINS", "")));

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String origin = request.getHeader("Origin");
        boolean known = origin != null && ORIGINS.contains(origin);
        if (known) {
            response.setHeader("Access-Control-Allow-Origin", origin);
            response.setHeader("Access-Control-Allow-Credentials", "true");
            response.setHeader(
                    "Access-Control-Expose-Headers",
                    "X-Request-Id, ETag, Location, Retry-After, Idempotency-Replayed, "
                            + "RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset");
            response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        }
        if (!isPreflight(request, origin)) {
            chain.doFilter(request, response);
        } else if (known) {
            allow(response);
        } else {
            Problems.write(request, response, Problem.of(ProblemType.FORBIDDEN, Text.of("api.origin.refused")));
        }
    }

    private static boolean isPreflight(HttpServletRequest request, @org.jspecify.annotations.Nullable String origin) {
        return origin != null
                && request.getMethod().equals("OPTIONS")
                && request.getHeader("Access-Control-Request-Method") != null;
    }

    private static void allow(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
        response.setHeader(
                "Access-Control-Allow-Headers",
                "Authorization, Content-Type, Accept-Language, Idempotency-Key, If-Match, X-Request-Id, X-Token-Delivery");
        response.setHeader("Access-Control-Max-Age", "600");
    }
}
