package uplink.web.bulk;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uplink.bulk.boundary.BulkKind;
import uplink.bulk.boundary.BulkQuery;
import uplink.bulk.boundary.BulkStatus;
import uplink.bulk.boundary.BulkWork;
import uplink.bulk.boundary.BulkWorks;
import uplink.web.shell.Rows;

/** All works on many customers. */
@Named
@ViewScoped
public class BulkList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private BulkWorks works;

    private @Nullable BulkKind kind;
    private @Nullable BulkStatus status;
    private final Rows<BulkWork> rows = new Rows<>(
            (first, size, column, ascending) -> works.list(new BulkQuery(kind, status, first, size)),
            () -> works.count(new BulkQuery(kind, status, 0, 1)));

    public Rows<BulkWork> getRows() {
        return rows;
    }

    public boolean isFiltered() {
        return kind != null || status != null;
    }

    /** From the address: where the work stands; anything else is no filter. */
    public @Nullable String getOnly() {
        return status == null ? null : status.code();
    }

    public void setOnly(@Nullable String only) {
        status = Stream.of(BulkStatus.values())
                .filter(one -> one.code().equals(only))
                .findFirst()
                .orElse(null);
    }

    public BulkKind[] getKinds() {
        return BulkKind.values();
    }

    public BulkStatus[] getStatuses() {
        return BulkStatus.values();
    }

    public @Nullable BulkKind getKind() {
        return kind;
    }

    public void setKind(@Nullable BulkKind kind) {
        this.kind = kind;
    }

    public @Nullable BulkStatus getStatus() {
        return status;
    }

    public void setStatus(@Nullable BulkStatus status) {
        this.status = status;
    }
}
