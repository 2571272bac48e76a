package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.jspecify.annotations.Nullable;
import uplink.api.http.EntityTags;
import uplink.api.http.Versioned;
import uplink.customer.boundary.Contact;
import uplink.customer.boundary.Contacts;
import uplink.customer.boundary.NewContact;
import uplink.shared.Page;

/** The people behind a customer. */
@Path("admin/customers/{id}/contacts")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Customers, contracts, subscriptions.")
public class CustomerContactsResource {

    @Inject
    private Contacts contacts;

    @GET
    @Operation(operationId = "listContacts", summary = "The people to talk to about a customer")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(responseCode = "200", description = "In the order in which they were entered.")
    @APIResponse(responseCode = "404", description = "No such customer.")
    public Page<Contact> list(@PathParam("id") UUID customer) {
        return Page.whole(contacts.ofCustomer(customer));
    }

    @POST
    @Operation(
            operationId = "addContact",
            summary = "Add somebody to talk to",
            description = "With a telephone number or an e-mail address at least; the customer is found by them.")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "201", description = "Added.")
    @APIResponse(responseCode = "404", description = "No such customer.")
    public Versioned<Contact> add(@PathParam("id") UUID customer, NewContact wanted) {
        Contact made = contacts.add(customer, wanted);
        return Versioned.made(made, made.version());
    }

    @GET
    @Path("{contactId}")
    @Operation(operationId = "getContact", summary = "Somebody to talk to about a customer")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(responseCode = "200", description = "The contact.")
    @APIResponse(responseCode = "404", description = "The customer has no such contact.")
    public Versioned<Contact> get(@PathParam("id") UUID customer, @PathParam("contactId") UUID id) {
        Contact found = contacts.get(customer, id);
        return Versioned.of(found, found.version());
    }

    @PUT
    @Path("{contactId}")
    @Operation(operationId = "replaceContact", summary = "Write a contact anew")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "200", description = "Replaced.")
    @APIResponse(responseCode = "404", description = "The customer has no such contact.")
    @APIResponse(responseCode = "409", description = "stale: somebody changed it in the meantime.")
    public Versioned<Contact> replace(
            @PathParam("id") UUID customer,
            @PathParam("contactId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            NewContact wanted) {
        Contact changed = contacts.replace(customer, id, EntityTags.expected(ifMatch), wanted);
        return Versioned.of(changed, changed.version());
    }

    @DELETE
    @Path("{contactId}")
    @Operation(operationId = "removeContact", summary = "Take a contact away")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "204", description = "Gone.")
    @APIResponse(responseCode = "404", description = "The customer has no such contact.")
    public void remove(@PathParam("id") UUID customer, @PathParam("contactId") UUID id) {
        contacts.remove(customer, id);
    }
}
