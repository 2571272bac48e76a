package uplink.document.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.billing.run.boundary.BillRun;
import uplink.billing.run.boundary.BillRuns;
import uplink.billing.run.boundary.RunMode;
import uplink.billing.run.boundary.RunStatus;
import uplink.document.control.PackageRows;
import uplink.document.control.Sheets;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.jobs.JobWanted;

/** Files of all invoices of a bill run, made together, and handed out as one. */
@Stateless
@Allowed(Permission.BILLING_RUN)
public class DocumentPackages {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BillRuns runs;

    @Inject
    private BusinessClock clock;

    @Inject
    private Event<JobWanted> wanted;

    /** One for each language in which somebody has ordered them; {@code not-found}. */
    public List<DocumentPackage> ofRun(UUID run) {
        runs.get(run);
        return rows().ofRun(run);
    }

    /** Refusals: {@code not-found}. */
    public DocumentPackage get(UUID id) {
        return rows().find(id).orElseThrow(BusinessException::notFound);
    }

    /**
     * Begins to make what is missing; answers the package that is there when somebody has done so before. Refusals: {@code
     * not-found}; {@code invalid-state} for a preview and while the run is not over; {@code validation}.
     */
    public DocumentPackage order(UUID run, PackageOrder order) {
        Locale language = language(order);
        BillRun billed = runs.get(run);
        if (billed.mode() != RunMode.COMMIT || billed.status() != RunStatus.COMPLETED) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("document.package.run-not-over"));
        }
        UUID id = rows().order(Ids.next(), run, language, Callers.current().userId(), clock.instant());
        wanted.fire(new JobWanted(PackageJob.NAME));
        return get(id);
    }

    /** Refusals: {@code not-found}, {@code invalid-state} when it is not under way. */
    public DocumentPackage stop(UUID id) {
        get(id);
        refuseUnless(rows().stop(id));
        return get(id);
    }

    /** Goes on where it stopped; tries again what failed. Refusals: {@code not-found}, {@code invalid-state}. */
    public DocumentPackage resume(UUID id) {
        get(id);
        refuseUnless(rows().resume(id));
        wanted.fire(new JobWanted(PackageJob.NAME));
        return get(id);
    }

    /** Writes a ZIP of the files that are there, as they come from the database. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void getZip(UUID id, OutputStream out) throws IOException {
        Sheets.zip(rows(), get(id), out);
    }

    /** Writes one PDF for a printing house, in postal order, each invoice on a sheet of its own when both sides are printed. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void getPages(UUID id, OutputStream out) throws IOException {
        Sheets.pages(rows(), get(id), out);
    }

    private static void refuseUnless(boolean changed) {
        if (!changed) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("document.package.state"));
        }
    }

    private static Locale language(PackageOrder order) {
        Locale asked = Locale.forLanguageTag(order.language() == null ? "ru" : order.language());
        if (!Text.supported(asked).equals(asked)) {
            throw BusinessException.invalid("language", Text.of("document.package.language"));
        }
        return asked;
    }

    private PackageRows rows() {
        return new PackageRows(Sql.in(database));
    }
}
