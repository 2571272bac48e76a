package uplink.web.customer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.Termination;
import uplink.billing.subscription.boundary.TerminationStatus;
import uplink.billing.subscription.boundary.Terminations;
import uplink.web.shell.Rows;

/** Who has asked for the end of a contract. */
@Named
@ViewScoped
public class TerminationList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Terminations terminations;

    private @Nullable TerminationStatus status = TerminationStatus.REQUESTED;
    private final Rows<Termination> rows = new Rows<>(
            (first, size, column, ascending) -> terminations.list(status, first, size),
            () -> terminations.count(status));

    public Rows<Termination> getRows() {
        return rows;
    }

    public TerminationStatus[] getStatuses() {
        return TerminationStatus.values();
    }

    public @Nullable TerminationStatus getStatus() {
        return status;
    }

    public void setStatus(@Nullable TerminationStatus status) {
        this.status = status;
    }
}
