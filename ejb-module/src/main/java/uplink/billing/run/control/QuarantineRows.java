package uplink.billing.run.control;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Ids;
import uplink.shared.Json;
import uplink.shared.Sql;

/** Puts customers into quarantine and lets them out. */
public final class QuarantineRows {

    private QuarantineRows() {}

    /** One open entry a customer: another failure counts as another attempt. */
    public static void open(Sql sql, UUID customer, @Nullable UUID run, Refusal refusal, Instant now) {
        sql.update(
                """
                insert into quarantine (id, customer_id, run_id, reason, detail, created_at, last_tried_at)
                values (?, ?, ?, ?, ?::jsonb, ?, ?)
                on conflict (customer_id) where resolved_at is null do update
                set run_id = excluded.run_id, reason = excluded.reason, detail = excluded.detail,
                    attempts = quarantine.attempts + 1, last_tried_at = excluded.last_tried_at""",
                Ids.next(),
                customer,
                run,
                refusal.reason(),
                Json.write(refusal.detail()),
                now,
                now);
    }

    /** After a run for one customer that went well. */
    static void resolveAfter(Sql sql, UUID run, Instant now) {
        sql.update(
                """
                update quarantine q set resolved_at = ?, last_tried_at = ?, run_id = r.id, resolved_by = r.started_by
                from bill_runs r
                where r.id = ? and r.mode = 'commit' and q.customer_id = r.customer_id and q.resolved_at is null
                    and not exists (select 1 from bill_run_chunks c where c.run_id = r.id and c.quarantined > 0)""",
                now,
                now,
                run);
    }
}
