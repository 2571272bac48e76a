package uplink.web.billing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.billing.fiscal.boundary.FiscalKind;
import uplink.billing.fiscal.boundary.FiscalQuery;
import uplink.billing.fiscal.boundary.FiscalReceipt;
import uplink.billing.fiscal.boundary.FiscalReceipts;
import uplink.billing.fiscal.boundary.FiscalStatus;
import uplink.web.shell.Rows;

/** Fiscal receipts, newest first. */
@Named
@ViewScoped
public class FiscalReceiptList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private FiscalReceipts receipts;

    private @Nullable FiscalStatus status;
    private @Nullable FiscalKind kind;
    private @Nullable String contract;
    private final Rows<FiscalReceipt> rows = new Rows<>(
            (first, size, column, ascending) -> receipts.list(query(first, size)), () -> receipts.count(query(0, 1)));

    private FiscalQuery query(int first, int size) {
        return new FiscalQuery(status, kind, contract, first, size);
    }

    public Rows<FiscalReceipt> getRows() {
        return rows;
    }

    public List<FiscalStatus> getStatuses() {
        return List.of(FiscalStatus.values());
    }

    public List<FiscalKind> getKinds() {
        return List.of(FiscalKind.values());
    }

    public @Nullable FiscalStatus getStatus() {
        return status;
    }

    public void setStatus(@Nullable FiscalStatus status) {
        this.status = status;
    }

    public @Nullable FiscalKind getKind() {
        return kind;
    }

    public void setKind(@Nullable FiscalKind kind) {
        this.kind = kind;
    }

    public @Nullable String getContract() {
        return contract;
    }

    public void setContract(@Nullable String contract) {
        this.contract = contract;
    }
}
