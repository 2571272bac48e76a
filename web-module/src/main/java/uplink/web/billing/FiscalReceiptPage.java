package uplink.web.billing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uplink.billing.fiscal.boundary.FiscalReceipt;
import uplink.billing.fiscal.boundary.FiscalReceipts;
import uplink.billing.fiscal.boundary.FiscalStatus;
import uplink.web.shell.Go;

/** One fiscal receipt: what it says, and what its service said. */
@Named
@ViewScoped
public class FiscalReceiptPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private FiscalReceipts receipts;

    private @Nullable String id;
    private transient @Nullable FiscalReceipt receipt;

    public void load() {
        getReceipt();
    }

    public FiscalReceipt getReceipt() {
        if (receipt == null) {
            receipt = receipts.get(Go.id(id));
        }
        return receipt;
    }

    public boolean isFailed() {
        return getReceipt().status() == FiscalStatus.FAILED;
    }

    /** What was printed, by name. */
    public List<Map.Entry<String, Object>> getDocument() {
        Map<String, Object> document = getReceipt().document();
        return document == null ? List.of() : List.copyOf(new TreeMap<>(document).entrySet());
    }

    public void retry() {
        receipts.retry(Go.id(id));
        Go.to("/fiscal-receipt?id=" + id, "fiscal.sent-again");
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
