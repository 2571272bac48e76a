package uplink.api.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import uplink.api.problem.Problem;
import uplink.api.problem.Problems;
import uplink.customer.boundary.Imports;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/** No body is larger than its address allows, whatever Content-Length says; a body has a type. */
public class BodyLimits extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final long USUAL_BYTES = 256 * 1024L;
    /** The file and, when it comes as a form, what is around it. */
    private static final long IMPORT_BYTES = Imports.LARGEST + 64 * 1024L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long limit = Uploads.isOne(request) ? Uploads.limit(request, IMPORT_BYTES) : USUAL_BYTES;
        boolean hasBody = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        if (request.getContentLengthLong() > limit) {
            Problems.write(request, response, Problem.of(ProblemType.TOO_LARGE, Text.of("api.too-large", limit)));
        } else if (hasBody && request.getContentType() == null) {
            Problems.write(
                    request, response, Problem.of(ProblemType.UNSUPPORTED_TYPE, Text.of("api.unsupported-type")));
        } else {
            // the server may keep Transfer-Encoding to itself: a body of unknown length is counted in any case
            chain.doFilter(new LimitedRequest(request, limit), response);
        }
    }
}
