package uplink.api.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import uplink.api.problem.Problem;
import uplink.api.problem.Problems;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/** Takes a token, or answers 429 with the seconds to wait. */
final class RateLimits {

    private static final long SECOND = 1_000_000_000L;

    private RateLimits() {}

    /** Whether the request may go on; if not, it has been answered. */
    static boolean admit(TokenBuckets buckets, String key, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long wait = buckets.take(key);
        if (wait == 0) {
            return true;
        }
        long seconds = Math.max(1, (wait + SECOND - 1) / SECOND);
        response.setHeader("Retry-After", Long.toString(seconds));
        Problems.write(
                request,
                response,
                Problem.of(ProblemType.TOO_MANY_REQUESTS, Text.of("api.too-many-requests", seconds)));
        return false;
    }
}
