package uplink.web.billing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.billing.reconciliation.boundary.Discrepancy;
import uplink.billing.reconciliation.boundary.DiscrepancyKind;
import uplink.billing.reconciliation.boundary.DiscrepancyQuery;
import uplink.billing.reconciliation.boundary.DiscrepancyStatus;
import uplink.billing.reconciliation.boundary.Reconciliations;
import uplink.billing.reconciliation.boundary.RegisterDay;
import uplink.web.shell.Rows;

/** What does not agree with the providers' registers, and the registers of the last days. */
@Named
@ViewScoped
public class ReconciliationList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Reconciliations reconciliations;

    private @Nullable DiscrepancyKind kind;
    private @Nullable DiscrepancyStatus status = DiscrepancyStatus.OPEN;
    private transient @Nullable List<RegisterDay> days;
    private final Rows<Discrepancy> rows = new Rows<>(
            (first, size, column, ascending) -> reconciliations.list(query(first, size)),
            () -> reconciliations.count(query(0, 1)));

    private DiscrepancyQuery query(int first, int size) {
        return new DiscrepancyQuery(null, null, kind, status, null, first, size);
    }

    public Rows<Discrepancy> getRows() {
        return rows;
    }

    public List<RegisterDay> getDays() {
        if (days == null) {
            days = reconciliations.listDays();
        }
        return days;
    }

    public List<DiscrepancyKind> getKinds() {
        return List.of(DiscrepancyKind.values());
    }

    public List<DiscrepancyStatus> getStatuses() {
        return List.of(DiscrepancyStatus.values());
    }

    public @Nullable DiscrepancyKind getKind() {
        return kind;
    }

    public void setKind(@Nullable DiscrepancyKind kind) {
        this.kind = kind;
    }

    public @Nullable DiscrepancyStatus getStatus() {
        return status;
    }

    public void setStatus(@Nullable DiscrepancyStatus status) {
        this.status = status;
    }
}
