package uplink.api.customer;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.EntityTags;
import uplink.api.http.Versioned;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.Subscriptions;
import uplink.customer.boundary.ContractDetail;
import uplink.customer.boundary.Contracts;
import uplink.customer.boundary.CustomerChange;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.CustomerRow;
import uplink.customer.boundary.Customers;
import uplink.customer.boundary.NewContract;
import uplink.customer.boundary.NewCustomer;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** Customers, for staff. */
@Path("admin/customers")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Customers, contracts, subscriptions.")
public class CustomerResource {

    @Inject
    private Customers customers;

    @Inject
    private Contracts contracts;

    @Inject
    private Subscriptions subscriptions;

    @GET
    @Operation(operationId = "listCustomers", summary = "Customers, newest first")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(
            responseCode = "200",
            description = "A page; q finds words in name, contract number, phone, e-mail, INN, address or the people"
                    + " behind the customer; tag leaves those who have it.")
    public Page<CustomerRow> list(
            @QueryParam("q") @Nullable String q,
            @QueryParam("tag") @Nullable String tag,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return customers.page(q, tag, PageRequest.of(limit, cursor));
    }

    @POST
    @Operation(operationId = "registerCustomer", summary = "Register a customer with a first contract")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "201", description = "Registered.")
    @APIResponse(responseCode = "409", description = "conflict: the contract number is taken.")
    public Versioned<CustomerDetail> register(NewCustomer wanted) {
        CustomerDetail made = customers.register(wanted);
        return Versioned.made(made, made.version());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getCustomer", summary = "A customer with contracts and balance")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(responseCode = "200", description = "The customer.")
    public Versioned<CustomerDetail> get(@PathParam("id") UUID id) {
        CustomerDetail found = customers.get(id);
        return Versioned.of(found, found.version());
    }

    @PATCH
    @Path("{id}")
    @Operation(operationId = "changeCustomer", summary = "Change what is named")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "200", description = "Changed.")
    @APIResponse(responseCode = "409", description = "stale: somebody changed it in the meantime.")
    @APIResponse(responseCode = "409", description = "invalid-state: a customer with open contracts cannot be closed.")
    public Versioned<CustomerDetail> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, CustomerChange change) {
        CustomerDetail changed = customers.update(id, EntityTags.expected(ifMatch), change);
        return Versioned.of(changed, changed.version());
    }

    @GET
    @Path("{id}/contracts")
    @Operation(operationId = "listContracts", summary = "The customer's contracts")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(responseCode = "200", description = "Oldest first.")
    public Page<ContractDetail> contracts(@PathParam("id") UUID id) {
        return Page.whole(contracts.ofCustomer(id));
    }

    @POST
    @Path("{id}/contracts")
    @Operation(operationId = "openContract", summary = "Open another contract")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "201", description = "Opened.")
    @APIResponse(responseCode = "409", description = "conflict: the number is taken.")
    @APIResponse(responseCode = "409", description = "invalid-state: the customer is closed.")
    public Versioned<ContractDetail> open(@PathParam("id") UUID id, NewContract wanted) {
        ContractDetail made = contracts.open(id, wanted);
        return Versioned.made(made, made.version());
    }

    @GET
    @Path("{id}/subscriptions")
    @Operation(operationId = "listSubscriptions", summary = "The customer's subscriptions")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(responseCode = "200", description = "Newest first.")
    public Page<SubscriptionRow> subscriptions(@PathParam("id") UUID id) {
        return Page.whole(subscriptions.ofCustomer(id));
    }

    @POST
    @Path("{id}/subscriptions")
    @Operation(operationId = "startSubscription", summary = "Start a subscription")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "201", description = "Started, or going to.")
    @APIResponse(
            responseCode = "409",
            description = "invalid-state: the tariff is not offered then, or the contract has ended.")
    public Versioned<SubscriptionRow> start(@PathParam("id") UUID id, SubscriptionRequest wanted) {
        SubscriptionRow made = subscriptions.start(wanted.of(id));
        return Versioned.made(made, made.version());
    }
}
