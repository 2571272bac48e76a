package uplink.api.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Sends what is {@link Versioned}: status, entity tag and body. */
@Provider
public class VersionedAnswers implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Versioned<?> versioned) {
            response.setStatusInfo(versioned.status());
            response.getHeaders().putSingle(HttpHeaders.ETAG, EntityTags.of(versioned.version()));
            response.setEntity(versioned.body());
        }
    }
}
