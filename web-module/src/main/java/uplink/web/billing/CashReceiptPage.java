package uplink.web.billing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import uplink.billing.requisites.boundary.CashReceipt;
import uplink.billing.requisites.boundary.CashReceipts;
import uplink.web.shell.Go;
import uplink.web.shell.Reader;

/** A receipt for cash, to be printed. */
@Named
@ViewScoped
public class CashReceiptPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private CashReceipts receipts;

    @Inject
    private Reader reader;

    private @Nullable String id;
    private transient @Nullable CashReceipt receipt;

    public void load() {
        getReceipt();
    }

    public CashReceipt getReceipt() {
        if (receipt == null) {
            receipt = receipts.get(Go.id(id), reader.getLocale());
        }
        return receipt;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
