package uplink.web.network;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uplink.network.boundary.Outage;
import uplink.network.boundary.OutageQuery;
import uplink.network.boundary.OutageStatus;
import uplink.network.boundary.Outages;
import uplink.shared.BusinessClock;
import uplink.web.shell.Rows;

/** Outages that last, are planned or are over. */
@Named
@ViewScoped
public class OutageList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Outages outages;

    @Inject
    private BusinessClock clock;

    private @Nullable String text;
    private @Nullable OutageStatus status;
    private final Rows<Outage> rows = new Rows<>(
            (first, size, column, ascending) -> outages.list(query(first, size, column, ascending)),
            () -> outages.count(query(0, 1, null, false)));

    private OutageQuery query(int first, int size, @Nullable String column, boolean ascending) {
        OutageQuery.Sort sort = column == null ? OutageQuery.Sort.STARTS : OutageQuery.Sort.valueOf(column);
        return new OutageQuery(status, text, sort, ascending, first, size);
    }

    /** Whether it lasts longer than was expected: nobody has said anything since. */
    public boolean isLate(Outage outage) {
        Instant end = outage.expectedEnd();
        return outage.status() == OutageStatus.CURRENT && end != null && end.isBefore(clock.instant());
    }

    public boolean isFiltered() {
        return status != null || text != null && !text.isBlank();
    }

    public Rows<Outage> getRows() {
        return rows;
    }

    public OutageStatus[] getStatuses() {
        return OutageStatus.values();
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable OutageStatus getStatus() {
        return status;
    }

    public void setStatus(@Nullable OutageStatus status) {
        this.status = status;
    }
}
