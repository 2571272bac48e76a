package uplink.api.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.catalog.boundary.NewTaxClass;
import uplink.catalog.boundary.TaxClass;
import uplink.catalog.boundary.TaxRate;
import uplink.catalog.boundary.Taxes;
import uplink.shared.Page;

/** Tax classes and their rates. */
@Path("admin/taxes")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue", description = "Tariffs, fees, discounts, taxes.")
public class TaxResource {

    @Inject
    private Taxes taxes;

    @GET
    @Operation(operationId = "listTaxClasses", summary = "Tax classes with their rates")
    @Extension(name = "x-permission", value = "catalog:read")
    @APIResponse(responseCode = "200", description = "The classes, by code.")
    public Page<TaxClass> list() {
        return Page.whole(taxes.list());
    }

    @POST
    @Operation(operationId = "createTaxClass", summary = "Add a tax class with its first rate")
    @Extension(name = "x-permission", value = "catalog:write")
    @APIResponse(
            responseCode = "201",
            description = "Added.",
            content = @Content(schema = @Schema(implementation = TaxClass.class)))
    @APIResponse(responseCode = "409", description = "conflict: the code is taken.")
    public Response create(NewTaxClass wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(taxes.create(wanted))
                .build();
    }

    @POST
    @Path("{code}/rates")
    @Operation(operationId = "addTaxRate", summary = "Add the rate that holds from a day on")
    @Extension(name = "x-permission", value = "catalog:write")
    @APIResponse(
            responseCode = "201",
            description = "Added.",
            content = @Content(schema = @Schema(implementation = TaxClass.class)))
    @APIResponse(responseCode = "404", description = "There is no such tax class.")
    @APIResponse(responseCode = "409", description = "invalid-state: it begins before today or before the newest rate.")
    public Response addRate(@PathParam("code") String code, TaxRate rate) {
        return Response.status(Response.Status.CREATED)
                .entity(taxes.addRate(code, rate))
                .build();
    }
}
