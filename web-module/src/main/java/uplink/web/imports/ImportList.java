package uplink.web.imports;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.ImportHeading;
import uplink.customer.boundary.ImportHeadings;
import uplink.customer.boundary.ImportKind;
import uplink.customer.boundary.ImportMode;
import uplink.customer.boundary.ImportReport;
import uplink.customer.boundary.Imports;
import uplink.customer.boundary.NewImport;
import uplink.shared.BusinessException;
import uplink.shared.Text;
import uplink.web.problem.Refusals;
import uplink.web.shell.Go;
import uplink.web.shell.Rows;

/** Files that were taken over, and the form for another one. */
@Named
@ViewScoped
public class ImportList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Imports imports;

    @Inject
    private ImportHeadings remembered;

    private transient @Nullable Part file;
    private @Nullable String refused;
    private final Rows<ImportReport> reports =
            new Rows<>((first, size, column, ascending) -> imports.list(first, size), () -> imports.count());
    private final Rows<ImportHeading> headings = new Rows<>(
            (first, size, column, ascending) -> remembered.list(null, first, size), () -> remembered.count(null));
    private ImportKind kind = ImportKind.CUSTOMERS;
    private ImportMode mode = ImportMode.ALL_OR_NOTHING;
    private boolean dryRun = true;

    /** Says beside the field why a file that was too large for any form has brought its sender back here. */
    public void load() {
        if (UploadLimit.TOO_LARGE.equals(refused)) {
            Refusals.besides(FacesContext.getCurrentInstance(), "upload:file", tooLarge());
        }
    }

    public void start() throws IOException {
        Part given = Go.given(file);
        if (given.getSize() > Imports.LARGEST) {
            throw BusinessException.invalid("file", tooLarge());
        }
        try (InputStream content = given.getInputStream()) {
            ImportReport report = imports.start(
                    new NewImport(kind, given.getSubmittedFileName(), content.readAllBytes(), mode, dryRun));
            Go.to("/import?id=" + report.id(), "import.started");
        }
    }

    /** The heading means nothing any more. */
    public void forget(ImportKind of, String heading) {
        remembered.forget(of, heading);
    }

    public Rows<ImportHeading> getHeadings() {
        return headings;
    }

    private static Text tooLarge() {
        return Text.of("customer.import.too-large", Imports.LARGEST >> 20);
    }

    /** What the browser says before it sends anything. */
    public String tooLarge(Locale locale) {
        return tooLarge().in(locale);
    }

    public int getLargest() {
        return Imports.LARGEST;
    }

    public Rows<ImportReport> getReports() {
        return reports;
    }

    public @Nullable String getRefused() {
        return refused;
    }

    public void setRefused(@Nullable String refused) {
        this.refused = refused;
    }

    public ImportKind[] getKinds() {
        return ImportKind.values();
    }

    public ImportKind getKind() {
        return kind;
    }

    public void setKind(ImportKind kind) {
        this.kind = kind;
    }

    public ImportMode[] getModes() {
        return ImportMode.values();
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public ImportMode getMode() {
        return mode;
    }

    public void setMode(ImportMode mode) {
        this.mode = mode;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }
}
