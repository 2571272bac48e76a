package uplink.billing.access.control;

import java.time.Instant;
import java.util.UUID;
import uplink.shared.BusinessClock;
import uplink.shared.Sql;

/** Suspensions that last. */
public final class OpenSuspensions {

    private OpenSuspensions() {}

    /** Ends a subscription's suspension for another reason than money: {@code staff}, or {@code end} of the subscription. */
    public static void close(Sql sql, UUID subscription, String by, Instant now) {
        sql.update(
                """
                update suspensions set ended_on = greatest(began_on, ?), ended_at = ?, ended_by = ?
                where subscription_id = ? and ended_at is null""",
                BusinessClock.day(now),
                now,
                by,
                subscription);
    }
}
