package uplink.api.connection;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.api.http.Guarded;
import uplink.api.http.RequestLanguage;
import uplink.connection.boundary.ApplicationReceipt;
import uplink.connection.boundary.Applying;
import uplink.connection.boundary.NewApplication;

/** Anybody asks to be connected. */
@Path("applications")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications", description = "Requests to be connected, and what becomes of them.")
public class ApplyResource {

    @Inject
    private Applying applying;

    @Inject
    private RequestLanguage language;

    @POST
    @Guarded("application")
    @Operation(
            operationId = "apply",
            summary = "Ask to be connected",
            description = "Answers the same whether somebody of that name, telephone or e-mail is a customer or not."
                    + " A telephone or an e-mail is needed, and `consent` to the processing of personal data"
                    + " (152-ФЗ, article 9). Mails go out in the request's language.")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(
            responseCode = "201",
            description = "Kept; the number is to be quoted on the telephone.",
            content = @Content(schema = @Schema(implementation = ApplicationReceipt.class)))
    public Response apply(NewApplication wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(applying.apply(wanted, language.locale()))
                .build();
    }
}
