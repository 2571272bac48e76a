package uplink.web.audit;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.audit.boundary.AuditQuery;
import uplink.audit.boundary.AuditReport;
import uplink.audit.boundary.AuditRow;
import uplink.audit.boundary.AuditTrail;
import uplink.audit.boundary.AuditVerification;
import uplink.audit.boundary.TrailCsv;
import uplink.web.shell.Go;
import uplink.web.shell.Rows;

/** Who changed what: filtered, exported, proved. Opened from a customer or a thing it begins with that one's history. */
@Named
@ViewScoped
public class AuditList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private AuditTrail trail;

    @Inject
    private AuditVerification verification;

    private @Nullable String customer;
    private @Nullable String entityId;
    private @Nullable String user;
    private @Nullable String actor;
    private @Nullable String entity;
    private @Nullable String action;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private transient @Nullable AuditReport report;
    private final Rows<AuditRow> rows = new Rows<>(
            (first, size, column, ascending) -> trail.list(query(), first, size), () -> trail.count(query()));

    private AuditQuery query() {
        return new AuditQuery(id(user), actor, entity, entityId, id(customer), action, from, to);
    }

    private static @Nullable UUID id(@Nullable String parameter) {
        return parameter == null ? null : Go.id(parameter);
    }

    public void verify() {
        report = verification.verify();
    }

    /** What the filters leave, as a file; written while it is read. */
    public void export() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext response = faces.getExternalContext();
        AuditQuery query = query();
        response.setResponseContentType("text/csv; charset=UTF-8");
        response.setResponseHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        response.setResponseCharacterEncoding(StandardCharsets.UTF_8.name());
        Writer out = response.getResponseOutputWriter();
        TrailCsv.write(before -> trail.entries(query, before), out);
        out.flush();
        faces.responseComplete();
    }

    public Rows<AuditRow> getRows() {
        return rows;
    }

    public @Nullable AuditReport getReport() {
        return report;
    }

    public List<String> getActions() {
        return trail.actions();
    }

    public List<String> getKinds() {
        return trail.kinds();
    }

    /** Whether it shows the history of one thing, customer or user only. */
    public boolean isNarrowed() {
        return customer != null || entityId != null || user != null;
    }

    public boolean isFiltered() {
        return isNarrowed() || actor != null || entity != null || action != null || from != null || to != null;
    }

    public @Nullable String getCustomer() {
        return customer;
    }

    public void setCustomer(@Nullable String customer) {
        this.customer = customer;
    }

    public @Nullable String getEntityId() {
        return entityId;
    }

    public void setEntityId(@Nullable String entityId) {
        this.entityId = entityId;
    }

    public @Nullable String getUser() {
        return user;
    }

    public void setUser(@Nullable String user) {
        this.user = user;
    }

    public @Nullable String getActor() {
        return actor;
    }

    public void setActor(@Nullable String actor) {
        this.actor = actor;
    }

    public @Nullable String getEntity() {
        return entity;
    }

    public void setEntity(@Nullable String entity) {
        this.entity = entity;
    }

    public @Nullable String getAction() {
        return action;
    }

    public void setAction(@Nullable String action) {
        this.action = action;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getTo() {
        return to;
    }

    public void setTo(@Nullable LocalDate to) {
        this.to = to;
    }
}
