package uplink.api.address;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.address.boundary.Houses;

/** In which house of the tree a customer's address is. */
@Path("admin/addresses/{id}/place")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Addresses", description = "Places as a tree, and what can be connected there.")
public class AddressHouseResource {

    @Inject
    private Houses houses;

    @PUT
    @Operation(
            operationId = "placeAddress",
            summary = "Say in which house of the tree an address is",
            description = "Nobody looks for another one afterwards. Without placeId: in none of the tree.")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "204", description = "Said.")
    @APIResponse(responseCode = "404", description = "No such address.")
    public void place(@PathParam("id") UUID id, HouseRequest wanted) {
        houses.place(id, wanted.placeId());
    }
}
