package uplink.web.inventory;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.inventory.boundary.StockCount;
import uplink.inventory.boundary.StockDifference;
import uplink.inventory.boundary.StockTaking;
import uplink.inventory.boundary.StockTakings;
import uplink.inventory.boundary.Warehouse;
import uplink.inventory.boundary.Warehouses;
import uplink.web.shell.Go;

/** A warehouse is counted: labels are scanned, differences shown, then acted on. */
@Named
@ViewScoped
public class StockTakingPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Warehouses warehouses;

    @Inject
    private StockTakings takings;

    private @Nullable String id;
    private @Nullable String lines;
    private @Nullable String compared;
    private @Nullable String reason;
    private @Nullable String document;
    private @Nullable String seen;
    private transient @Nullable Warehouse warehouse;
    private transient @Nullable StockDifference difference;
    private transient @Nullable List<StockTaking> past;

    public void load() {
        getWarehouse();
    }

    public Warehouse getWarehouse() {
        if (warehouse == null) {
            warehouse = warehouses.get(key());
        }
        return warehouse;
    }

    /** Shows what differs; nothing is done about it. */
    public void look() {
        difference = takings.findDifference(key(), count(null));
        seen = difference.seen();
        compared = lines;
    }

    /** Acts on what was shown; labels that were changed since are compared again first. */
    public void close() {
        if (!Objects.equals(compared, lines)) {
            look();
            return;
        }
        takings.close(key(), count(seen));
        Go.to("/stock-taking?id=" + id, "stock-taking.closed");
    }

    private StockCount count(@Nullable String shown) {
        return new StockCount(
                lines == null
                        ? List.of()
                        : lines.lines().filter(line -> !line.isBlank()).toList(),
                reason,
                document,
                shown);
    }

    /** What differs, once it was asked for. */
    public @Nullable StockDifference getDifference() {
        if (difference == null && compared != null && compared.equals(lines)) {
            difference = takings.findDifference(key(), count(null));
        }
        return difference;
    }

    public List<StockTaking> getPast() {
        if (past == null) {
            past = takings.list(key());
        }
        return past;
    }

    private UUID key() {
        return Go.id(id);
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getLines() {
        return lines;
    }

    public void setLines(@Nullable String lines) {
        this.lines = lines;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getDocument() {
        return document;
    }

    public void setDocument(@Nullable String document) {
        this.document = document;
    }
}
