package uplink.web.billing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.billing.statement.boundary.BankDesk;
import uplink.billing.statement.boundary.BankEntry;
import uplink.billing.statement.boundary.BankMatch;
import uplink.billing.statement.boundary.EntryStatus;
import uplink.billing.statement.boundary.Share;
import uplink.billing.statement.boundary.Suggestion;
import uplink.web.shell.Go;

/** One entry of a bank statement: whose it is, or may be. */
@Named
@ViewScoped
public class BankEntryPage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A share as it is typed. */
    public static class ShareRow implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable String contract;
        private @Nullable BigDecimal amount;

        public @Nullable String getContract() {
            return contract;
        }

        public void setContract(@Nullable String contract) {
            this.contract = contract;
        }

        public @Nullable BigDecimal getAmount() {
            return amount;
        }

        public void setAmount(@Nullable BigDecimal amount) {
            this.amount = amount;
        }
    }

    @Inject
    private BankDesk desk;

    private final List<ShareRow> shares = new ArrayList<>();
    private @Nullable String id;
    private @Nullable String reason;
    private transient @Nullable BankEntry entry;
    private transient @Nullable List<BankMatch> matches;
    private transient @Nullable List<Suggestion> suggestions;

    public void load() {
        if (shares.isEmpty()) {
            addShare();
            shares.get(0).setAmount(getEntry().amount());
        }
    }

    public void addShare() {
        shares.add(new ShareRow());
    }

    /** Puts a suggested customer into the first share. */
    public void choose(String contract) {
        shares.get(0).setContract(contract);
    }

    public void assign() {
        desk.assign(
                Go.id(id),
                shares.stream()
                        .filter(row -> row.contract != null && !row.contract.isBlank() || row.amount != null)
                        .map(row -> new Share(
                                row.contract == null ? "" : row.contract,
                                row.amount == null ? BigDecimal.ZERO : row.amount))
                        .toList());
        Go.to("/bank-entry?id=" + id, "bank.assigned");
    }

    public void setAside() {
        desk.setAside(Go.id(id), Go.given(reason));
        Go.to("/bank-entry?id=" + id, "bank.set-aside-done");
    }

    public void undo() {
        desk.undo(Go.id(id), Go.given(reason));
        Go.to("/bank-entry?id=" + id, "bank.undone");
    }

    public BankEntry getEntry() {
        if (entry == null) {
            entry = desk.get(Go.id(id));
        }
        return entry;
    }

    public boolean isWaiting() {
        return getEntry().status() == EntryStatus.WAITING;
    }

    public boolean isDecided() {
        return getEntry().status() == EntryStatus.MATCHED || getEntry().status() == EntryStatus.NOT_OURS;
    }

    public List<BankMatch> getMatches() {
        if (matches == null) {
            matches = desk.listMatches(Go.id(id));
        }
        return matches;
    }

    public List<Suggestion> getSuggestions() {
        if (suggestions == null) {
            suggestions = desk.listSuggestions(Go.id(id));
        }
        return suggestions;
    }

    public List<ShareRow> getShares() {
        return shares;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
