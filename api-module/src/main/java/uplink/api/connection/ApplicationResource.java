package uplink.api.connection;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.Feasibility;
import uplink.api.http.EntityTags;
import uplink.api.http.Versioned;
import uplink.connection.boundary.Application;
import uplink.connection.boundary.ApplicationQuery;
import uplink.connection.boundary.ApplicationRefusal;
import uplink.connection.boundary.ApplicationSource;
import uplink.connection.boundary.ApplicationStatus;
import uplink.connection.boundary.ApplicationStep;
import uplink.connection.boundary.Applications;
import uplink.connection.boundary.Appointment;
import uplink.connection.boundary.CrewShift;
import uplink.connection.boundary.Crews;
import uplink.connection.boundary.Feasible;
import uplink.connection.boundary.FunnelRow;
import uplink.connection.boundary.RecordedApplication;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** Applications, for staff. */
@Path("admin/applications")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications", description = "Requests to be connected, and what becomes of them.")
public class ApplicationResource {

    private static final String CHANGED = "stale: somebody changed it in the meantime. invalid-state: ";

    @Inject
    private Applications applications;

    @Inject
    private Crews crews;

    @GET
    @Operation(operationId = "listApplications", summary = "Applications to be connected")
    @Extension(name = "x-permission", value = "application:read")
    @APIResponse(
            responseCode = "200",
            description = "Newest first; q finds fragments of the number, the name, the telephone, the e-mail and the"
                    + " address. With awaitsCoverage=true those that were refused for want of a network and are kept.")
    public Page<Application> list(
            @QueryParam("status") @Nullable ApplicationStatus status,
            @QueryParam("source") @Nullable ApplicationSource source,
            @QueryParam("q") @Nullable String text,
            @QueryParam("awaitsCoverage") @Nullable Boolean waiting,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        ApplicationQuery query = new ApplicationQuery(
                status,
                source,
                text,
                Boolean.TRUE.equals(waiting),
                null,
                ApplicationQuery.Sort.CREATED,
                false,
                0,
                Page.MAX_LIMIT);
        return applications.page(query, PageRequest.of(limit, cursor));
    }

    @POST
    @Operation(
            operationId = "recordApplication",
            summary = "Write down what was told on the telephone, or by another system",
            description = "For somebody who is no customer yet, the name, a way to be reached and the consent to the"
                    + " processing of personal data (152-ФЗ, article 9) are needed; a customer's are known.")
    @Extension(name = "x-permission", value = "application:write")
    @APIResponse(responseCode = "201", description = "Kept, and announced (customer.application.created).")
    public Versioned<Application> record(RecordedApplication wanted) {
        Application made = applications.record(wanted);
        return Versioned.made(made, made.version());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getApplication", summary = "An application")
    @Extension(name = "x-permission", value = "application:read")
    @APIResponse(responseCode = "200", description = "The application.")
    @APIResponse(responseCode = "404", description = "No such application.")
    public Versioned<Application> get(@PathParam("id") UUID id) {
        return versioned(applications.get(id));
    }

    @GET
    @Path("{id}/steps")
    @Operation(operationId = "listApplicationSteps", summary = "The states that an application has been in")
    @Extension(name = "x-permission", value = "application:read")
    @APIResponse(responseCode = "200", description = "The first one first.")
    @APIResponse(responseCode = "404", description = "No such application.")
    public Page<ApplicationStep> steps(@PathParam("id") UUID id) {
        return Page.whole(applications.listSteps(id));
    }

    @GET
    @Path("{id}/feasibility")
    @Operation(
            operationId = "getApplicationFeasibility",
            summary = "What can be connected where an application is for",
            description =
                    "In the house that was found, or else at the address as it was told, as `GET /coverage` answers it."
                            + " It proposes; somebody decides.")
    @Extension(name = "x-permission", value = "application:read")
    @APIResponse(responseCode = "200", description = "What was understood, and what is there.")
    @APIResponse(responseCode = "404", description = "No such application.")
    public Feasibility feasibility(@PathParam("id") UUID id) {
        return applications.getFeasibility(id);
    }

    @POST
    @Path("{id}/accept")
    @Operation(
            operationId = "acceptApplication",
            summary = "The network reaches the address: new → feasible",
            description = "The address is written down as the contract will have it.")
    @Extension(name = "x-permission", value = "application:write")
    @APIResponse(responseCode = "200", description = "Feasible, and announced (customer.application.feasible).")
    @APIResponse(responseCode = "409", description = CHANGED + "it is not new.")
    public Versioned<Application> accept(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, Feasible found) {
        return versioned(applications.accept(id, EntityTags.expected(ifMatch), found));
    }

    @POST
    @Path("{id}/refuse")
    @Operation(
            operationId = "refuseApplication",
            summary = "Somebody cannot be connected",
            description = "The applicant reads the reason. With `awaitsCoverage` it is kept until there is a network.")
    @Extension(name = "x-permission", value = "application:write")
    @APIResponse(responseCode = "200", description = "Refused, and announced (customer.application.refused).")
    @APIResponse(responseCode = "409", description = CHANGED + "it is decided.")
    public Versioned<Application> refuse(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, ApplicationRefusal why) {
        return versioned(applications.refuse(id, EntityTags.expected(ifMatch), why));
    }

    @POST
    @Path("{id}/reopen")
    @Operation(operationId = "reopenApplication", summary = "A refused application is taken up again: refused → new")
    @Extension(name = "x-permission", value = "application:write")
    @APIResponse(responseCode = "200", description = "New again, and announced (customer.application.reopened).")
    @APIResponse(responseCode = "409", description = CHANGED + "it was not refused.")
    public Versioned<Application> reopen(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, ReopenRequest why) {
        return versioned(applications.reopen(id, EntityTags.expected(ifMatch), why.note()));
    }

    @GET
    @Path("funnel")
    @Operation(
            operationId = "getApplicationFunnel",
            summary = "How far the applications of a period have come, by source",
            description = "Of those made on these days (the last ninety, unless asked otherwise): how many have been in"
                    + " each state, what share that is, and the median of days from the application to it.")
    @Extension(name = "x-permission", value = "application:read")
    @APIResponse(responseCode = "200", description = "All of them first (`source` null), then by source.")
    public Page<FunnelRow> funnel(
            @QueryParam("from") @Nullable LocalDate from, @QueryParam("to") @Nullable LocalDate to) {
        return Page.whole(applications.listFunnel(from, to));
    }

    @GET
    @Path("slots")
    @Operation(operationId = "listFreeSlots", summary = "When a crew can come")
    @Extension(name = "x-permission", value = "application:read")
    @APIResponse(responseCode = "200", description = "Shifts with a free place: of two weeks, unless asked otherwise.")
    public Page<CrewShift> slots(
            @QueryParam("from") @Nullable LocalDate from, @QueryParam("to") @Nullable LocalDate to) {
        return Page.whole(crews.listFree(from, to));
    }

    @POST
    @Path("{id}/schedule")
    @Operation(operationId = "scheduleApplication", summary = "A crew comes at that time: feasible → scheduled")
    @Extension(name = "x-permission", value = "application:write")
    @APIResponse(responseCode = "200", description = "Scheduled, and announced (customer.application.scheduled).")
    @APIResponse(responseCode = "409", description = CHANGED + "it is not feasible.")
    @APIResponse(responseCode = "422", description = "not-allowed: no free place in the shift, or its day is past.")
    public Versioned<Application> schedule(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, Appointment wish) {
        return versioned(applications.schedule(id, EntityTags.expected(ifMatch), wish));
    }

    @POST
    @Path("{id}/call-off")
    @Operation(
            operationId = "callOffVisit",
            summary = "The visit is not made: scheduled → feasible",
            description = "The reason must be told.")
    @Extension(name = "x-permission", value = "application:write")
    @APIResponse(responseCode = "200", description = "Feasible again, and announced (customer.application.called-off).")
    @APIResponse(responseCode = "409", description = CHANGED + "no visit is appointed.")
    public Versioned<Application> callOff(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, CallOffRequest why) {
        return versioned(applications.callOff(id, EntityTags.expected(ifMatch), why.reason()));
    }

    private static Versioned<Application> versioned(Application application) {
        return Versioned.of(application, application.version());
    }
}
