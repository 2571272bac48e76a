package uplink.web.connection;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import uplink.connection.boundary.Application;
import uplink.connection.boundary.ApplicationQuery;
import uplink.connection.boundary.ApplicationStatus;
import uplink.connection.boundary.Applications;
import uplink.shared.Coded;
import uplink.web.shell.Rows;

/** All applications, in a table. */
@Named
@ViewScoped
public class ApplicationList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Applications applications;

    private final ApplicationFilters filters = new ApplicationFilters();
    private final Rows<Application> rows = new Rows<>(
            (first, size, column, ascending) -> applications.list(
                    column == null
                            ? filters.query(ApplicationQuery.Sort.CREATED, false, first, size)
                            : filters.query(ApplicationQuery.Sort.valueOf(column), ascending, first, size)),
            () -> applications.count(filters.query(ApplicationQuery.Sort.CREATED, false, 0, 1)));

    /** From a column of the board: only those of its state. What is no state finds all. */
    public void setOnly(@Nullable String status) {
        for (ApplicationStatus one : ApplicationStatus.values()) {
            if (one.code().equals(status)) {
                filters.setStatus(one);
            }
        }
    }

    public @Nullable String getOnly() {
        Coded status = filters.getStatus();
        return status == null ? null : status.code();
    }

    public ApplicationFilters getFilters() {
        return filters;
    }

    public Rows<Application> getRows() {
        return rows;
    }
}
