package uplink.api.problem;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;

/**
 * Errors outside JAX-RS, such as an address that nobody serves: the container forwards them here (web.xml). Whoever asks
 * for it, or for an address that is given to it, finds nothing.
 */
public class ErrorPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int INTERNAL = 500;
    private static final int NOT_FOUND = 404;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        int otherwise = request.getDispatcherType() == DispatcherType.ERROR ? INTERNAL : NOT_FOUND;
        Throwable cause = thrown instanceof Throwable t
                ? t
                : new WebApplicationException(status instanceof Integer code ? code : otherwise);
        Problems.write(request, response, ProblemOf.of(cause));
    }
}
