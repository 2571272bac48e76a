package uplink.web.customer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.CustomerHistory;
import uplink.customer.boundary.HistoryEntry;
import uplink.customer.boundary.HistoryKind;
import uplink.web.audit.AuditWords;
import uplink.web.shell.Reader;
import uplink.web.shell.Rows;

/** What happened to the customer whose page is shown, in people's words. */
@Named
@ViewScoped
public class HistoryList implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Map<HistoryKind, String> ICONS = Map.of(
            HistoryKind.CHANGE, "pi-pencil",
            HistoryKind.MONEY, "pi-wallet",
            HistoryKind.SERVICE, "pi-wifi",
            HistoryKind.MESSAGE, "pi-envelope");

    @Inject
    private CustomerHistory history;

    @Inject
    private Reader reader;

    @Inject
    private AuditWords words;

    private @Nullable HistoryKind kind;
    private @Nullable Rows<HistoryEntry> rows;

    public Rows<HistoryEntry> rows(UUID customer) {
        if (rows == null) {
            rows = new Rows<>(
                    (first, size, column, ascending) -> history.list(customer, kind, first, size),
                    () -> history.count(customer, kind));
        }
        return rows;
    }

    /** What happened, in the reader's language. */
    public String told(HistoryEntry entry) {
        String what = entry.what();
        String rest = what.substring(what.indexOf('.') + 1);
        return switch (entry.kind()) {
            case CHANGE -> words.action(what);
            case MONEY ->
                entry.subject().equals("payment")
                        ? reader.say("history.payment", reader.word("status.payment.", rest))
                        : reader.say("history." + what, String.valueOf(entry.number()));
            case SERVICE -> reader.say("history.service", reader.word("subscription.event.", rest));
            case MESSAGE -> reader.word("history.notice.", rest);
        };
    }

    public String icon(HistoryEntry entry) {
        return ICONS.getOrDefault(entry.kind(), "pi-circle");
    }

    public HistoryKind[] getKinds() {
        return HistoryKind.values();
    }

    public @Nullable HistoryKind getKind() {
        return kind;
    }

    public void setKind(@Nullable HistoryKind kind) {
        this.kind = kind;
    }
}
