package uplink.api.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.EntityTags;
import uplink.api.http.Offsets;
import uplink.api.http.Versioned;
import uplink.catalog.boundary.NewTariff;
import uplink.catalog.boundary.NewTariffVersion;
import uplink.catalog.boundary.TariffChange;
import uplink.catalog.boundary.TariffDetail;
import uplink.catalog.boundary.TariffKind;
import uplink.catalog.boundary.TariffQuery;
import uplink.catalog.boundary.TariffRow;
import uplink.catalog.boundary.Tariffs;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** Tariffs and their versions, for staff. */
@Path("admin/tariffs")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue", description = "Tariffs, fees, discounts, taxes.")
public class TariffResource {

    @Inject
    private Tariffs tariffs;

    @GET
    @Operation(operationId = "listTariffs", summary = "All tariffs, by code")
    @Extension(name = "x-permission", value = "catalog:read")
    @APIResponse(responseCode = "200", description = "A page, with the version of today.")
    public Page<TariffRow> list(
            @QueryParam("q") @Nullable String q,
            @QueryParam("kind") @Nullable TariffKind kind,
            @QueryParam("active") @Nullable Boolean active,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = PageRequest.of(limit, null).limit();
        int first = Offsets.of(cursor);
        List<TariffRow> rows =
                tariffs.list(new TariffQuery(q, kind, active, null, TariffQuery.Sort.CODE, true, first, size + 1));
        return Page.of(rows, size, last -> Integer.toString(first + size));
    }

    @POST
    @Operation(operationId = "createTariff", summary = "Create a tariff with its first version")
    @Extension(name = "x-permission", value = "catalog:write")
    @APIResponse(responseCode = "201", description = "Created.")
    @APIResponse(responseCode = "409", description = "conflict: the code is taken.")
    public Versioned<TariffDetail> create(NewTariff wanted) {
        TariffDetail made = tariffs.create(wanted);
        return Versioned.made(made, made.version());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getTariff", summary = "A tariff with all its versions")
    @Extension(name = "x-permission", value = "catalog:read")
    @APIResponse(responseCode = "200", description = "The tariff.")
    public Versioned<TariffDetail> get(@PathParam("id") UUID id) {
        TariffDetail found = tariffs.get(id);
        return Versioned.of(found, found.version());
    }

    @PATCH
    @Path("{id}")
    @Operation(
            operationId = "changeTariff",
            summary = "Withdraw a tariff, offer it again, or change what a package contains")
    @Extension(name = "x-permission", value = "catalog:write")
    @APIResponse(responseCode = "200", description = "Changed.")
    @APIResponse(responseCode = "409", description = "stale: somebody changed it in the meantime.")
    public Versioned<TariffDetail> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, TariffChange change) {
        TariffDetail changed = tariffs.update(id, EntityTags.expected(ifMatch), change);
        return Versioned.of(changed, changed.version());
    }

    @POST
    @Path("{id}/versions")
    @Operation(operationId = "addTariffVersion", summary = "Add a version: new prices or speeds from a day on")
    @Extension(name = "x-permission", value = "catalog:write")
    @APIResponse(responseCode = "201", description = "Added; the version before ends where this one begins.")
    @APIResponse(responseCode = "409", description = "invalid-state: it does not begin after the newest version.")
    public Versioned<TariffDetail> addVersion(@PathParam("id") UUID id, NewTariffVersion wanted) {
        TariffDetail changed = tariffs.addVersion(id, wanted);
        return Versioned.made(changed, changed.version());
    }
}
