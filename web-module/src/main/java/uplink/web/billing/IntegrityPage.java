package uplink.web.billing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.boundary.CheckReport;
import uplink.billing.ledger.boundary.Finding;
import uplink.billing.ledger.boundary.IntegrityCheck;
import uplink.shared.Text;

/** Proves the promises about money on demand. */
@Named
@ViewScoped
public class IntegrityPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private IntegrityCheck check;

    private transient @Nullable CheckReport report;

    public void run() {
        report = check.run();
    }

    public @Nullable CheckReport getReport() {
        return report;
    }

    public Text promise(String invariant) {
        return Finding.promise(invariant);
    }

    public List<Finding> findings(String invariant) {
        return report == null
                ? List.of()
                : report.findings().stream()
                        .filter(f -> f.invariant().equals(invariant))
                        .toList();
    }
}
