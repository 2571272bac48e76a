package uplink.web.imports;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import uplink.customer.boundary.Imports;

/**
 * A request that is larger than any file may be cannot become a form: it leads back to the page, which says so beside the
 * field. Browsers only look at an answer when they have sent everything, so up to a point it is read and forgotten.
 */
public class UploadLimit extends HttpFilter {

    /** The largest file and the form around it; web.xml says the same to the server. */
    static final long LARGEST_REQUEST = Imports.LARGEST + 64 * 1024L;

    public static final String TOO_LARGE = "too-large";

    private static final long serialVersionUID = 1L;
    private static final long PATIENCE = 16L * Imports.LARGEST;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentLengthLong() <= LARGEST_REQUEST) {
            chain.doFilter(request, response);
            return;
        }
        if (request.getContentLengthLong() <= PATIENCE) {
            forget(request.getInputStream());
        }
        String page = request.getServletPath().replaceFirst("\\.xhtml$", "");
        response.sendRedirect(request.getContextPath() + page + "?refused=" + TOO_LARGE);
    }

    private static void forget(InputStream body) throws IOException {
        byte[] some = new byte[64 * 1024];
        while (body.read(some) >= 0) {
            // on to the next piece
        }
    }
}
