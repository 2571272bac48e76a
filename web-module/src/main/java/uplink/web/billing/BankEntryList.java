package uplink.web.billing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.billing.statement.boundary.BankDesk;
import uplink.billing.statement.boundary.BankEntry;
import uplink.billing.statement.boundary.BankEntryQuery;
import uplink.billing.statement.boundary.EntryStatus;
import uplink.web.shell.Rows;

/** The desk: entries of bank statements, those first that wait. */
@Named
@ViewScoped
public class BankEntryList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private BankDesk desk;

    private @Nullable EntryStatus status = EntryStatus.WAITING;
    private @Nullable BigDecimal amount;
    private @Nullable String text;
    private final Rows<BankEntry> rows = new Rows<>(
            (first, size, column, ascending) -> desk.list(query(first, size)), () -> desk.count(query(0, 1)));

    private BankEntryQuery query(int first, int size) {
        return new BankEntryQuery(null, status, amount, text, first, size);
    }

    public Rows<BankEntry> getRows() {
        return rows;
    }

    public List<EntryStatus> getStatuses() {
        return List.of(EntryStatus.values());
    }

    public @Nullable EntryStatus getStatus() {
        return status;
    }

    public void setStatus(@Nullable EntryStatus status) {
        this.status = status;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal amount) {
        this.amount = amount;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
