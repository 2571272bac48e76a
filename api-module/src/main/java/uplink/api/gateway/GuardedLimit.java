package uplink.api.gateway;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import uplink.api.http.Guarded;
import uplink.api.http.Requests;
import uplink.shared.edge.Limits;

/** Counts {@link Guarded} operations, before their bodies are read. */
@Provider
@Guarded("")
@Priority(Priorities.AUTHENTICATION)
public class GuardedLimit implements ContainerRequestFilter {

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest request;

    @Context
    private HttpServletResponse response;

    @Override
    public void filter(ContainerRequestContext call) {
        Guarded guarded = resource.getResourceMethod().getAnnotation(Guarded.class);
        String address = Requests.clientAddress(request);
        Requests.tell(
                guarded.machine() ? Limits.machine(guarded.value(), address) : Limits.guard(guarded.value(), address),
                response);
    }
}
