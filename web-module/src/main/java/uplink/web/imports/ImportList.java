package uplink.web.imports;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.ImportMode;
import uplink.customer.boundary.ImportReport;
import uplink.customer.boundary.Imports;
import uplink.customer.boundary.NewImport;
import uplink.shared.PageRequest;
import uplink.web.shell.Go;

/** Files that were taken over, and the form for another one. */
@Named
@ViewScoped
public class ImportList implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int NEWEST = 50;

    @Inject
    private Imports imports;

    private transient @Nullable Part file;
    private transient @Nullable List<ImportReport> reports;
    private ImportMode mode = ImportMode.ALL_OR_NOTHING;
    private boolean dryRun = true;

    public void start() throws IOException {
        Part given = Go.given(file);
        try (InputStream content = given.getInputStream()) {
            ImportReport report =
                    imports.start(new NewImport(given.getSubmittedFileName(), content.readAllBytes(), mode, dryRun));
            Go.to("/import?id=" + report.id(), "import.started");
        }
    }

    public List<ImportReport> getReports() {
        if (reports == null) {
            reports = imports.page(PageRequest.of(NEWEST, null)).items();
        }
        return reports;
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
