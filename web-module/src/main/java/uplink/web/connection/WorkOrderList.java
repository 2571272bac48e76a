package uplink.web.connection;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uplink.connection.boundary.WorkOrderRow;
import uplink.connection.boundary.WorkOrders;
import uplink.shared.BusinessClock;

/** Visits of a week, by day. */
@Named
@ViewScoped
public class WorkOrderList implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int WEEK = 7;

    @Inject
    private WorkOrders orders;

    @Inject
    private BusinessClock clock;

    private @Nullable String from;
    private transient @Nullable Map<LocalDate, List<WorkOrderRow>> days;

    /** Days with visits, and the visits by hour. */
    public Set<Map.Entry<LocalDate, List<WorkOrderRow>>> getDays() {
        if (days == null) {
            days = orders.list(getFirst(), null).stream()
                    .collect(Collectors.groupingBy(row -> row.visit().day(), TreeMap::new, Collectors.toList()));
        }
        return days.entrySet();
    }

    /** What is no day is today. */
    public LocalDate getFirst() {
        try {
            return from == null ? clock.today() : LocalDate.parse(from);
        } catch (DateTimeParseException e) {
            return clock.today();
        }
    }

    public LocalDate getBefore() {
        return getFirst().minusDays(WEEK);
    }

    public LocalDate getAfter() {
        return getFirst().plusDays(WEEK);
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }
}
