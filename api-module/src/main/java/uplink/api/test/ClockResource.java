package uplink.api.test;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.shared.boundary.TestClock;

/** Business time under test; these addresses do not exist on a real installation, see {@link TestingOnly}. */
@Path("test/clock")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Testing", description = "Only with UPLINK_TEST_CLOCK=true, else 404.")
public class ClockResource {

    @Inject
    private TestClock clock;

    @GET
    @Operation(operationId = "getTestClock", summary = "What business time it is")
    @Extension(name = "x-permission", value = "test:clock")
    @APIResponse(responseCode = "200", description = "Business time.")
    public TestClock.Reading read() {
        return clock.read();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "setTestClock", summary = "Move business time and run the timers that are due by it")
    @Extension(name = "x-permission", value = "test:clock")
    @APIResponse(responseCode = "200", description = "Business time, ticking on from here.")
    public TestClock.Reading set(TestClock.Reading wanted) {
        return clock.set(wanted.now().toInstant());
    }
}
