package uplink.customer.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uplink.customer.boundary.ErasureObstacle;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;

/** What must be settled before a person can be forgotten: whoever owes, is owed or is served is somebody. */
public final class ErasureObstacles {

    private final Sql sql;

    public ErasureObstacles(Sql sql) {
        this.sql = sql;
    }

    /** In the order in which they are settled. */
    public List<ErasureObstacle> of(UUID customer, LocalDate today) {
        return sql.list(
                "select kind, n, until from erasure_obstacles(?, ?) order by no",
                row -> new ErasureObstacle(
                        Coded.of(ErasureObstacle.Kind.class, row.getString(1)),
                        row.getLong(2),
                        row.getObject(3, LocalDate.class)),
                customer,
                today);
    }

    /** Refuses with {@code not-allowed} for the first of them. */
    public void refuse(UUID customer, LocalDate today) {
        of(customer, today).stream().findFirst().ifPresent(first -> {
            LocalDate until = first.until();
            throw new BusinessException(
                    ProblemType.NOT_ALLOWED,
                    Text.of("customer.erasure." + first.kind().code(), first.count(), until == null ? "" : until),
                    List.of(),
                    until == null ? Map.of() : Map.of("availableFrom", until));
        });
    }
}
