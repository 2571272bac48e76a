package uplink.api.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/** Lets nothing that moves money happen without a key. Who is not signed in hears that first, from the boundary. */
@Provider
@Idempotent
public class IdempotencyKeyRequired implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getHeaderString("Idempotency-Key") == null) {
            throw new BusinessException(ProblemType.IDEMPOTENCY_KEY_REQUIRED, Text.of("api.idempotency.required"));
        }
    }
}
