package uplink.web.customer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.Erasure;
import uplink.customer.boundary.ErasureStatus;
import uplink.customer.boundary.Erasures;
import uplink.web.shell.Rows;

/** Who wishes to be forgotten, and who was. */
@Named
@ViewScoped
public class ErasureList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Erasures erasures;

    private @Nullable ErasureStatus status = ErasureStatus.REQUESTED;
    private final Rows<Erasure> rows = new Rows<>(
            (first, size, column, ascending) -> erasures.list(status, first, size), () -> erasures.count(status));

    public Rows<Erasure> getRows() {
        return rows;
    }

    public ErasureStatus[] getStatuses() {
        return ErasureStatus.values();
    }

    public @Nullable ErasureStatus getStatus() {
        return status;
    }

    public void setStatus(@Nullable ErasureStatus status) {
        this.status = status;
    }
}
