package uplink.web.imports;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.ImportRefusal;
import uplink.customer.boundary.ImportReport;
import uplink.customer.boundary.ImportStatus;
import uplink.customer.boundary.Imports;
import uplink.web.shell.Go;
import uplink.web.shell.Rows;

/** How an import is getting on, and which rows were refused for which reason. */
@Named
@ViewScoped
public class ImportPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Set<String> HEADER = Set.of(
            "customer.import.unknown-column", "customer.import.missing-column", "customer.import.duplicate-column");

    @Inject
    private Imports imports;

    private @Nullable String id;
    private transient @Nullable ImportReport report;
    private final Rows<ImportRefusal> refusals =
            new Rows<>((first, size, column, ascending) -> imports.refusals(key(), first, size), () -> getReport()
                    .refused());

    public void load() {
        getReport();
    }

    public ImportReport getReport() {
        if (report == null) {
            report = imports.get(key());
        }
        return report;
    }

    public void stop() {
        imports.stop(key());
        Go.to("/import?id=" + id, "import.stop-asked");
    }

    /** Called by the page's poll; once it is over the whole page is shown anew. */
    public void watch() {
        report = null;
        if (!isUnderWay()) {
            Go.to("/import?id=" + id);
        }
    }

    public boolean isUnderWay() {
        ImportStatus status = getReport().status();
        return status == ImportStatus.QUEUED || status == ImportStatus.RUNNING || status == ImportStatus.STOPPING;
    }

    /** A rehearsal that found something to add: the same file can be taken over now. */
    public boolean isRehearsed() {
        return getReport().dryRun() && getReport().status() == ImportStatus.COMPLETED;
    }

    /** Whether it was refused for a heading that nobody has explained; what is wrong with the header comes first. */
    public boolean isPuzzling() {
        return getReport().status() == ImportStatus.REFUSED
                && imports.refusals(key(), 0, 1).stream().anyMatch(first -> HEADER.contains(first.reason()));
    }

    public int getPercent() {
        int total = getReport().total();
        return total == 0 ? (isUnderWay() ? 0 : 100) : (int) (100L * getReport().done() / total);
    }

    private UUID key() {
        return Go.id(id);
    }

    public Rows<ImportRefusal> getRefusals() {
        return refusals;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
