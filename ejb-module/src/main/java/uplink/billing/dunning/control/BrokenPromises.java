package uplink.billing.dunning.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import uplink.shared.Sql;

/** Promises whose term is over: kept when nothing is overdue any more, else broken. */
public final class BrokenPromises {

    private final Sql sql;
    private final LocalDate today;
    private final Instant now;

    public BrokenPromises(Sql sql, LocalDate today, Instant now) {
        this.sql = sql;
        this.today = today;
        this.now = now;
    }

    /** Answers how many have ended. */
    public int settle() {
        UUID[] ending = Locks.customers(
                sql,
                sql.list(
                        "select customer_id from promises where status = 'active' and ends_on <= ?",
                        row -> row.getObject(1, UUID.class),
                        today));
        return ending.length == 0
                ? 0
                : sql.update(
                        """
                        update promises set ended_at = ?,
                            status = case when overdue_debt(customer_id) > 0 then 'broken' else 'kept' end
                        where customer_id = any (?) and status = 'active' and ends_on <= ?""",
                        now,
                        ending,
                        today);
    }
}
