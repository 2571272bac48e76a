package uplink.shared.edge;

import java.util.Map;

/**
 * What is left of a limit, as clients are told.
 *
 * @param limit how many at once when nothing was used
 * @param remaining how many at once now; a little less may be true when other nodes are asked, too
 * @param resetSeconds until nothing counts any more; for somebody refused, until the next one passes
 */
public record Allowance(long limit, long remaining, long resetSeconds) {

    /** The headers of every answer that was counted. */
    public Map<String, String> headers() {
        return Map.of(
                "RateLimit-Limit", Long.toString(limit),
                "RateLimit-Remaining", Long.toString(remaining),
                "RateLimit-Reset", Long.toString(resetSeconds));
    }
}
