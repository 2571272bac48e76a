package uplink.api.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.Idempotent;
import uplink.billing.statement.boundary.BankFile;
import uplink.billing.statement.boundary.BankStatement;
import uplink.billing.statement.boundary.BankStatements;
import uplink.shared.BusinessException;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Text;

/** Files of banks. */
@Path("admin/bank-statements")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bank", description = "Statements of banks, and whose the money in them is.")
public class BankStatementResource {

    /** A file and what it says of its accounts. */
    public record FileAnswer(BankFile file, List<BankStatement> statements) {}

    @Inject
    private BankStatements statements;

    @GET
    @Operation(operationId = "listBankStatements", summary = "Files that were taken in, newest first")
    @Extension(name = "x-permission", value = "payment:read")
    @APIResponse(responseCode = "200", description = "A page.")
    public Page<BankFile> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return statements.page(PageRequest.of(limit, cursor));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getBankStatement", summary = "A file, with the balances that it proved")
    @Extension(name = "x-permission", value = "payment:read")
    @APIResponse(responseCode = "200", description = "The file.")
    @APIResponse(responseCode = "404", description = "No such file.")
    public FileAnswer get(@PathParam("id") UUID id) {
        return new FileAnswer(statements.get(id), statements.listStatements(id));
    }

    @POST
    @Idempotent
    @Consumes({"text/plain", "application/xml", "application/octet-stream"})
    @Operation(
            operationId = "uploadBankStatement",
            summary = "Take in a statement: the exchange format of 1C, or ISO 20022 camt.053",
            description =
                    "All or nothing. What the file is, is found out from what is in it; windows-1251 and UTF-8 will do. An"
                            + " entry that an earlier file had is not added again. At most 8 MiB.")
    @Extension(name = "x-permission", value = "payment:write")
    @APIResponse(
            responseCode = "201",
            description = "What it brought.",
            content = @Content(schema = @Schema(implementation = BankFile.class)))
    @APIResponse(responseCode = "400", description = "validation: the lines that are wrong, as `line 12`.")
    public Response upload(byte[] content, @QueryParam("fileName") @DefaultValue("statement.txt") String fileName) {
        return taken(fileName, content);
    }

    /** The same as a form with a file, as browsers send it. */
    @POST
    @Idempotent
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    @Extension(name = "x-permission", value = "payment:write")
    public Response uploadForm(@FormParam("file") @Nullable EntityPart file) throws IOException {
        if (file == null) {
            throw BusinessException.invalid("file", Text.of("shared.validation.required"));
        }
        try (InputStream content = file.getContent()) {
            return taken(file.getFileName().orElse("statement.txt"), content.readAllBytes());
        }
    }

    private Response taken(String fileName, byte[] content) {
        BankFile file = statements.upload(fileName, content);
        return Response.created(URI.create("/api/v1/admin/bank-statements/" + file.id()))
                .entity(file)
                .build();
    }
}
