package uplink.web.connection;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import uplink.connection.boundary.ApplicationQuery;
import uplink.connection.boundary.ApplicationSource;
import uplink.connection.boundary.ApplicationStatus;

/** What applications are looked for by, on the board and in the list. */
public class ApplicationFilters implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable String text;
    private @Nullable ApplicationSource source;
    private @Nullable ApplicationStatus status;
    private boolean waiting;

    ApplicationQuery query(ApplicationQuery.Sort sort, boolean ascending, int first, int size) {
        return new ApplicationQuery(status, source, text, waiting, null, sort, ascending, first, size);
    }

    public boolean isSet() {
        return status != null || source != null || waiting || text != null && !text.isBlank();
    }

    public ApplicationSource[] getSources() {
        return ApplicationSource.values();
    }

    public ApplicationStatus[] getStatuses() {
        return ApplicationStatus.values();
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable ApplicationSource getSource() {
        return source;
    }

    public void setSource(@Nullable ApplicationSource source) {
        this.source = source;
    }

    public @Nullable ApplicationStatus getStatus() {
        return status;
    }

    public void setStatus(@Nullable ApplicationStatus status) {
        this.status = status;
    }

    public boolean isWaiting() {
        return waiting;
    }

    public void setWaiting(boolean waiting) {
        this.waiting = waiting;
    }
}
