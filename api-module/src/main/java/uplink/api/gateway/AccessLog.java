package uplink.api.gateway;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Logger;
import uplink.api.health.RequestMetrics;
import uplink.api.http.Requests;
import uplink.api.problem.ProblemOf;
import uplink.api.problem.Problems;
import uplink.auth.boundary.AccessTokens.Access;
import uplink.shared.Callers;
import uplink.shared.Json;

/**
 * One line of JSON for each request: no query, no body, no header, so no secret. The outermost place of the gateway, so
 * it also catches what every other part let through, and makes sure that no caller outlives its request.
 */
public class AccessLog extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger("uplink.access");

    @Inject
    private transient RequestMetrics metrics;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        long begun = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            answer(request, response, e);
        } finally {
            Callers.clear();
            long nanos = System.nanoTime() - begun;
            metrics.count(response.getStatus(), nanos);
            LOG.info(() -> line(request, response, nanos / 1000));
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Exception e)
            throws IOException {
        if (!response.isCommitted()) {
            response.resetBuffer();
            Throwable cause = e instanceof ServletException && e.getCause() != null ? e.getCause() : e;
            Problems.write(request, response, ProblemOf.of(cause));
        }
    }

    private static String line(HttpServletRequest request, HttpServletResponse response, long micros) {
        Access access = Requests.access(request);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("method", request.getMethod());
        line.put("path", request.getRequestURI());
        line.put("status", response.getStatus());
        line.put("micros", micros);
        line.put("user", access == null ? "-" : access.user().userId().toString());
        line.put("address", Requests.clientAddress(request));
        line.put("requestId", Requests.id(request));
        return Json.write(line);
    }
}
