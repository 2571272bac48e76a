package uplink.web.connection;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.connection.boundary.Applications;
import uplink.connection.boundary.FunnelRow;
import uplink.shared.BusinessClock;

/** How far the applications of a period have come. */
@Named
@ViewScoped
public class FunnelPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int QUARTER = 89;

    @Inject
    private Applications applications;

    @Inject
    private BusinessClock clock;

    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private transient @Nullable List<FunnelRow> rows;

    public void load() {
        to = clock.today();
        from = clock.today().minusDays(QUARTER);
    }

    /** What was shown is of another period. */
    public void look() {
        rows = applications.listFunnel(from, to);
    }

    public List<FunnelRow> getRows() {
        if (rows == null) {
            look();
        }
        return rows == null ? List.of() : rows;
    }

    public boolean isEmpty() {
        return getRows().stream().allMatch(row -> row.made() == 0);
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getTo() {
        return to;
    }

    public void setTo(@Nullable LocalDate to) {
        this.to = to;
    }
}
