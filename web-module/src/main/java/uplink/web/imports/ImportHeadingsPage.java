package uplink.web.imports;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.FileHeading;
import uplink.customer.boundary.FileHeadings;
import uplink.customer.boundary.HeadingEdit;
import uplink.customer.boundary.HeadingMeaning;
import uplink.customer.boundary.ImportHeadings;
import uplink.customer.boundary.ImportReport;
import uplink.customer.boundary.Imports;
import uplink.shared.table.Headings;
import uplink.web.shell.Go;

/** What the headings of one file mean: those that the guide documents are shown, the others can be explained. */
@Named
@ViewScoped
public class ImportHeadingsPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String PASSED_OVER = "-";

    /** A heading that the guide does not document, and what somebody chooses for it. */
    public static class Row implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String heading;
        private final List<String> samples;
        private @Nullable String column;

        Row(FileHeading heading) {
            this.heading = heading.heading();
            this.samples = new ArrayList<>(heading.samples());
            this.column = heading.meaning() == HeadingMeaning.PASSED_OVER ? PASSED_OVER : heading.column();
        }

        public String getHeading() {
            return heading;
        }

        public List<String> getSamples() {
            return samples;
        }

        public @Nullable String getColumn() {
            return column;
        }

        public void setColumn(@Nullable String column) {
            this.column = column;
        }
    }

    @Inject
    private ImportHeadings headings;

    @Inject
    private Imports imports;

    private final List<Row> rows = new ArrayList<>();
    private @Nullable String id;
    private transient @Nullable ImportReport report;
    private transient @Nullable FileHeadings file;

    public void load() {
        if (rows.isEmpty()) {
            Set<String> seen = new HashSet<>();
            getFile().headings().stream()
                    .filter(heading -> heading.meaning() != HeadingMeaning.DOCUMENTED)
                    .filter(heading -> seen.add(Headings.key(heading.heading())))
                    .map(Row::new)
                    .forEach(rows::add);
        }
    }

    /** Remembers what was chosen. */
    public void save() {
        explain();
        Go.to("/import-headings?id=" + id, "import.headings-saved");
    }

    /** Remembers it and begins anew with the file. */
    public void again() {
        explain();
        Go.to("/import?id=" + imports.again(key()).id(), "import.started");
    }

    private void explain() {
        headings.explain(
                key(),
                rows.stream()
                        .map(row -> new HeadingEdit(
                                row.getHeading(), PASSED_OVER.equals(row.getColumn()) ? null : row.getColumn()))
                        .toList());
    }

    public List<Row> getRows() {
        return rows;
    }

    public ImportReport getReport() {
        if (report == null) {
            report = imports.get(key());
        }
        return report;
    }

    public FileHeadings getFile() {
        if (file == null) {
            file = headings.of(key());
        }
        return file;
    }

    public List<FileHeading> getDocumented() {
        return getFile().headings().stream()
                .filter(heading -> heading.meaning() == HeadingMeaning.DOCUMENTED)
                .toList();
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
}
