package uplink.api.policy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.billing.policy.boundary.CalendarDay;
import uplink.billing.policy.boundary.Calendars;
import uplink.shared.Page;

/** Working days and holidays. */
@Path("admin/calendars/{code}/days")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies", description = "Dunning, promised payments, freezes, working days.")
@APIResponse(responseCode = "404", description = "There is no such calendar.")
public class CalendarResource {

    @Inject
    private Calendars calendars;

    @GET
    @Operation(operationId = "listCalendarDays", summary = "The days of a year that are not as the week says")
    @Extension(name = "x-permission", value = "catalog:read")
    @APIResponse(responseCode = "200", description = "By day.")
    public Page<CalendarDay> list(
            @Parameter(description = "Calendar, for example ru.", example = "ru") @PathParam("code") String code,
            @Parameter(description = "The year.", example = "2027", required = true) @QueryParam("year") Integer year) {
        return Page.whole(calendars.listDays(code, year == null ? 0 : year));
    }

    @PUT
    @Operation(operationId = "putCalendarDay", summary = "Set a holiday, or a Saturday on which people work")
    @Extension(name = "x-permission", value = "catalog:write")
    @APIResponse(responseCode = "200", description = "The day.")
    public CalendarDay put(
            @Parameter(description = "Calendar, for example ru.", example = "ru") @PathParam("code") String code,
            CalendarDay day) {
        return calendars.put(code, day);
    }

    @DELETE
    @Path("{day}")
    @Operation(operationId = "removeCalendarDay", summary = "Have a day be as the week says")
    @Extension(name = "x-permission", value = "catalog:write")
    @APIResponse(responseCode = "204", description = "It is.")
    public void remove(
            @Parameter(description = "Calendar, for example ru.", example = "ru") @PathParam("code") String code,
            @PathParam("day") LocalDate day) {
        calendars.remove(code, day);
    }
}
