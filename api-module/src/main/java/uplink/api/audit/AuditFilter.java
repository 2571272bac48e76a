package uplink.api.audit;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uplink.audit.boundary.AuditQuery;

/** Which part of the trail. */
public class AuditFilter {

    @QueryParam("actor")
    @Parameter(description = "The user or service account who made the change.")
    private @Nullable UUID actor;

    @QueryParam("entity")
    @Parameter(description = "What was changed, for example customer.")
    private @Nullable String entity;

    @QueryParam("entityId")
    @Parameter(description = "Which one.")
    private @Nullable String entityId;

    @QueryParam("customer")
    @Parameter(description = "Everything that concerns this customer.")
    private @Nullable UUID customer;

    @QueryParam("action")
    @Parameter(description = "For example customer.update.")
    private @Nullable String action;

    @QueryParam("from")
    @Parameter(description = "The first day.")
    private @Nullable LocalDate from;

    @QueryParam("to")
    @Parameter(description = "The last day.")
    private @Nullable LocalDate to;

    AuditQuery query() {
        return new AuditQuery(actor, null, entity, entityId, customer, action, from, to);
    }
}
