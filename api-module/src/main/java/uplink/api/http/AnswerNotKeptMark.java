package uplink.api.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Tells the gateway which operation it is: it does not know before JAX-RS has found it. */
@Provider
@AnswerNotKept
public class AnswerNotKeptMark implements ContainerRequestFilter {

    @Context
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext call) {
        request.setAttribute(Requests.ANSWER_NOT_KEPT, true);
    }
}
