package uplink.web.document;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.document.boundary.DocumentPackage;
import uplink.document.boundary.DocumentPackages;
import uplink.document.boundary.PackageOrder;
import uplink.document.boundary.PackageStatus;
import uplink.shared.Formats;
import uplink.web.shell.Go;

/** Files of all invoices of a bill run: ordered, watched, stopped, gone on with. */
@Named
@ViewScoped
public class PackageAction implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private DocumentPackages packages;

    private transient @Nullable List<DocumentPackage> all;

    public List<DocumentPackage> all(UUID run) {
        if (all == null) {
            all = packages.ofRun(run);
        }
        return all;
    }

    public void order(UUID run, String language) {
        packages.order(run, new PackageOrder(language));
        Go.to("/bill-run?id=" + run, "package.ordered");
    }

    public void stop(UUID run, UUID id) {
        packages.stop(id);
        Go.to("/bill-run?id=" + run, "package.stop-asked");
    }

    public void resume(UUID run, UUID id) {
        packages.resume(id);
        Go.to("/bill-run?id=" + run, "package.resumed");
    }

    /** Called by the page's poll; once all are over the whole page is shown anew. */
    public void watch(UUID run) {
        all = null;
        if (!isUnderWay(run)) {
            Go.to("/bill-run?id=" + run);
        }
    }

    public boolean isUnderWay(UUID run) {
        return all(run).stream().anyMatch(one -> one.status().isUnderWay());
    }

    public boolean isOrdered(UUID run, String language) {
        return all(run).stream().anyMatch(one -> one.language().equals(language));
    }

    public boolean isStoppable(DocumentPackage one) {
        return one.status() == PackageStatus.QUEUED || one.status() == PackageStatus.RUNNING;
    }

    public boolean isResumable(DocumentPackage one) {
        return one.status() == PackageStatus.STOPPED
                || one.status() == PackageStatus.FAILED
                || one.status() == PackageStatus.COMPLETED && one.failed() > 0;
    }

    /** Whole percent. */
    public int percent(DocumentPackage one) {
        return one.total() == 0
                ? one.status().isUnderWay() ? 0 : 100
                : (int) (100L * (one.done() + one.failed()) / one.total());
    }

    public String remaining(DocumentPackage one) {
        Long seconds = one.etaSeconds();
        return seconds == null ? "" : Formats.duration(Duration.ofSeconds(seconds));
    }
}
