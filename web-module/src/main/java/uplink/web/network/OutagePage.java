package uplink.web.network;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import uplink.network.boundary.AffectedCustomer;
import uplink.network.boundary.AffectedQuery;
import uplink.network.boundary.Outage;
import uplink.network.boundary.OutageStatus;
import uplink.network.boundary.Outages;
import uplink.web.shell.Go;
import uplink.web.shell.Rows;

/** One outage: what is said of it, who is affected, and its end. */
@Named
@ViewScoped
public class OutagePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Outages outages;

    private @Nullable String id;
    private @Nullable Integer version;
    private @Nullable String text;
    private transient @Nullable Outage outage;
    private final Rows<AffectedCustomer> rows = new Rows<>(
            (first, size, column, ascending) -> outages.listAffected(query(first, size, column, ascending)),
            () -> outages.countAffected(query(0, 1, null, true)));

    public void load() {
        version = getOutage().version();
    }

    public Outage getOutage() {
        if (outage == null) {
            outage = outages.get(Go.id(id));
        }
        return outage;
    }

    private AffectedQuery query(int first, int size, @Nullable String column, boolean ascending) {
        return column == null
                ? new AffectedQuery(Go.id(id), text, AffectedQuery.Sort.ADDRESS, true, first, size)
                : new AffectedQuery(Go.id(id), text, AffectedQuery.Sort.valueOf(column), ascending, first, size);
    }

    public void end() {
        outages.end(Go.id(id), version);
        Go.to("/outage?id=" + id, "outage.ended");
    }

    public void withdraw() {
        outages.withdraw(Go.id(id), version);
        Go.to("/outage?id=" + id, "outage.withdrawn");
    }

    public boolean isCurrent() {
        return getOutage().status() == OutageStatus.CURRENT;
    }

    public boolean isPlanned() {
        return getOutage().status() == OutageStatus.PLANNED;
    }

    public Rows<AffectedCustomer> getRows() {
        return rows;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
