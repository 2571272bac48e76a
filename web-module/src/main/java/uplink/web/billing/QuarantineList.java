package uplink.web.billing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import uplink.billing.run.boundary.BillRun;
import uplink.billing.run.boundary.Quarantine;
import uplink.billing.run.boundary.QuarantineEntry;
import uplink.billing.run.boundary.QuarantineQuery;
import uplink.web.shell.Go;
import uplink.web.shell.Rows;

/** Customers that could not be billed, each with the reason and a second try. */
@Named
@ViewScoped
public class QuarantineList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Quarantine quarantine;

    private boolean openOnly = true;
    private final Rows<QuarantineEntry> rows = new Rows<>(
            (first, size, column, ascending) -> quarantine.list(query(first, size)),
            () -> quarantine.count(query(0, 1)));

    private QuarantineQuery query(int first, int size) {
        return new QuarantineQuery(openOnly, null, first, size);
    }

    public void retry(UUID entry) {
        BillRun run = quarantine.retry(entry);
        Go.to("/bill-run?id=" + run.id(), "quarantine.retried");
    }

    public Rows<QuarantineEntry> getRows() {
        return rows;
    }

    public boolean isOpenOnly() {
        return openOnly;
    }

    public void setOpenOnly(boolean openOnly) {
        this.openOnly = openOnly;
    }
}
