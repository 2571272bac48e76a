package uplink.web.billing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.invoice.boundary.InvoiceQuery;
import uplink.billing.invoice.boundary.InvoiceSummary;
import uplink.billing.invoice.boundary.Invoices;
import uplink.billing.run.boundary.Anomaly;
import uplink.billing.run.boundary.AnomalyKind;
import uplink.billing.run.boundary.AnomalyQuery;
import uplink.billing.run.boundary.BillRun;
import uplink.billing.run.boundary.BillRuns;
import uplink.billing.run.boundary.RunMode;
import uplink.billing.run.boundary.RunStatus;
import uplink.billing.run.boundary.TariffTotal;
import uplink.shared.BusinessClock;
import uplink.shared.Formats;
import uplink.web.shell.Go;
import uplink.web.shell.Rows;

/** One bill run: how far it is, what it bills by tariff, who stands out; and commit, stop, resume. */
@Named
@ViewScoped
public class RunPage implements Serializable {

    private static final long serialVersionUID = 1L;
    /** Sorting more rows than these for each page shown would cost more than it tells. */
    private static final int MOST_SORTED = 10_000;

    @Inject
    private BillRuns runs;

    @Inject
    private Invoices invoices;

    @Inject
    private BusinessClock clock;

    private @Nullable String id;
    private @Nullable AnomalyKind kind;
    private transient @Nullable BillRun run;
    private final Rows<Anomaly> anomalies = new Rows<>(
            (first, size, column, ascending) -> runs.listAnomalies(new AnomalyQuery(key(), kind, first, size)),
            () -> runs.countAnomalies(new AnomalyQuery(key(), kind, 0, 1)));
    private final Rows<InvoiceSummary> issued = new Rows<>(
            (first, size, column, ascending) -> invoices.list(ofRun(first, size, column, ascending)),
            () -> getRun().invoiced());

    public void load() {
        getRun();
    }

    public BillRun getRun() {
        if (run == null) {
            run = runs.get(key());
        }
        return run;
    }

    public void commit() {
        BillRun committed = runs.commit(key());
        Go.to("/bill-run?id=" + committed.id(), "run.commit-started");
    }

    public void stop() {
        runs.stop(key());
        Go.to("/bill-run?id=" + id, "run.stop-asked");
    }

    public void resume() {
        runs.resume(key());
        Go.to("/bill-run?id=" + id, "run.resumed");
    }

    /** Called by the page's poll; once it is over the whole page is shown anew. */
    public void watch() {
        run = null;
        if (!isUnderWay()) {
            Go.to("/bill-run?id=" + id);
        }
    }

    public boolean isUnderWay() {
        return getRun().status().isOpen() || getRun().status() == RunStatus.STOPPING;
    }

    public boolean isStoppable() {
        return getRun().status().isOpen();
    }

    public boolean isResumable() {
        return getRun().status() == RunStatus.STOPPED || getRun().status() == RunStatus.FAILED;
    }

    public boolean isCommittable() {
        return isPreview() && getRun().status() == RunStatus.COMPLETED && getRun().total() > 0;
    }

    /** Whether a commit today would charge periods that have not begun. */
    public boolean isAhead() {
        return isCommittable() && getRun().targetDate().isAfter(clock.today());
    }

    public boolean isPreview() {
        return getRun().mode() == RunMode.PREVIEW;
    }

    /** Whole percent of the customers that were looked at. */
    public int getPercent() {
        BillRun now = getRun();
        return now.total() == 0 ? (isUnderWay() ? 0 : 100) : (int) (100L * now.done() / now.total());
    }

    public String getRemaining() {
        Long seconds = getRun().etaSeconds();
        return seconds == null ? "" : Formats.duration(Duration.ofSeconds(seconds));
    }

    /** Whether the month before is known: a preview computes it, and its commit shows it again. */
    public boolean isCompared() {
        return isPreview() || getRun().previewId() != null;
    }

    public BigDecimal getPrevious() {
        return getRun().byTariff().stream()
                .map(TariffTotal::previous)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal getBilled() {
        return getRun().byTariff().stream().map(TariffTotal::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether the run's invoices may be sorted as one likes: of a large one only in the order of the run's index. */
    public boolean isSortable() {
        return getRun().invoiced() <= MOST_SORTED;
    }

    private InvoiceQuery ofRun(int first, int size, @Nullable String column, boolean ascending) {
        if (!isSortable()) {
            return new InvoiceQuery(null, key(), null, null, InvoiceQuery.Sort.ISSUED, true, first, size);
        }
        InvoiceQuery.Sort sort = column == null ? InvoiceQuery.Sort.NUMBER : InvoiceQuery.Sort.valueOf(column);
        return new InvoiceQuery(null, key(), null, null, sort, column == null || ascending, first, size);
    }

    private UUID key() {
        return Go.id(id);
    }

    public Rows<Anomaly> getAnomalies() {
        return anomalies;
    }

    public Rows<InvoiceSummary> getIssued() {
        return issued;
    }

    public AnomalyKind[] getKinds() {
        return AnomalyKind.values();
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable AnomalyKind getKind() {
        return kind;
    }

    public void setKind(@Nullable AnomalyKind kind) {
        this.kind = kind;
    }
}
