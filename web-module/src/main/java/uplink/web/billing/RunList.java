package uplink.web.billing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uplink.billing.run.boundary.BillRun;
import uplink.billing.run.boundary.BillRuns;
import uplink.billing.run.boundary.RunMode;
import uplink.billing.run.boundary.RunQuery;
import uplink.web.shell.Go;
import uplink.web.shell.Rows;

/** The list of bill runs, and where a new one begins: with a preview. */
@Named
@ViewScoped
public class RunList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private BillRuns runs;

    private @Nullable RunMode mode;
    private @Nullable LocalDate targetDate;
    private final Rows<BillRun> rows = new Rows<>(
            (first, size, column, ascending) -> runs.list(query(first, size)), () -> runs.count(query(0, 1)));

    private RunQuery query(int first, int size) {
        return new RunQuery(mode, null, false, first, size);
    }

    public void preview() {
        BillRun run = runs.start(getTargetDate(), RunMode.PREVIEW);
        Go.to("/bill-run?id=" + run.id(), "run.preview-started");
    }

    /** The suggested day until the operator chooses another. */
    public LocalDate getTargetDate() {
        if (targetDate == null) {
            targetDate = runs.getSuggestedTarget();
        }
        return targetDate;
    }

    public void setTargetDate(@Nullable LocalDate targetDate) {
        this.targetDate = targetDate;
    }

    public RunMode[] getModes() {
        return RunMode.values();
    }

    public Rows<BillRun> getRows() {
        return rows;
    }

    public @Nullable RunMode getMode() {
        return mode;
    }

    public void setMode(@Nullable RunMode mode) {
        this.mode = mode;
    }
}
