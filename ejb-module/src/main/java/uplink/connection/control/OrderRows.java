package uplink.connection.control;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Sql;

/** Table {@code work_orders}. */
public final class OrderRows {

    private final Sql sql;

    public OrderRows(Sql sql) {
        this.sql = sql;
    }

    /** A visit is appointed; the table takes its place in the shift, or refuses. */
    public void add(UUID id, UUID application, UUID shift, @Nullable String bring, @Nullable UUID by, Instant at) {
        sql.update(
                """
                insert into work_orders (id, application_id, shift_id, bring, created_at, created_by)
                values (?, ?, ?, ?, ?, ?)""",
                id,
                application,
                shift,
                bring,
                at,
                by);
    }

    /** The visit that is appointed to an application, if any, is not made. */
    public void callOff(UUID application, String why, @Nullable UUID by, Instant at) {
        sql.update(
                """
                update work_orders set status = 'called-off', note = ?, closed_at = ?, closed_by = ?, version = version + 1
                where application_id = ? and status = 'open'""",
                why,
                at,
                by,
                application);
    }
}
