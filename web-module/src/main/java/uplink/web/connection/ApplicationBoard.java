package uplink.web.connection;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.connection.boundary.ApplicationQuery;
import uplink.connection.boundary.Applications;
import uplink.connection.boundary.BoardColumn;

/** Applications by state. */
@Named
@ViewScoped
public class ApplicationBoard implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Applications applications;

    private final ApplicationFilters filters = new ApplicationFilters();
    private transient @Nullable List<BoardColumn> columns;

    /** Looked at once for a page, or for an answer to it. */
    public List<BoardColumn> getColumns() {
        if (columns == null) {
            columns = applications.listBoard(filters.query(ApplicationQuery.Sort.STATUS_AT, true, 0, 1));
        }
        return columns;
    }

    /** Whether there is anything on it. */
    public boolean isEmpty() {
        return getColumns().stream().allMatch(column -> column.count() == 0);
    }

    /** What was shown is no longer what is looked for. */
    public void look() {
        columns = null;
    }

    public ApplicationFilters getFilters() {
        return filters;
    }
}
