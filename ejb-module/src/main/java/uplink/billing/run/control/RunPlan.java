package uplink.billing.run.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.run.boundary.RunMode;
import uplink.shared.Ids;
import uplink.shared.Sql;

/**
 * Plans a run: who has something due, cut into ranges of customers, with invoice numbers reserved once for all of them.
 * One database transaction; the work begins after its commit.
 *
 * @param customerId a run for this customer only, who may be in quarantine
 * @param previewId the preview that this run commits
 * @param startedBy null: the timer
 */
public record RunPlan(
        RunMode mode,
        LocalDate targetDate,
        LocalDate issuedOn,
        String currency,
        @Nullable UUID customerId,
        @Nullable UUID previewId,
        @Nullable UUID startedBy,
        Instant now) {

    private static final String CHUNKS =
            """
            with due as (
                select s.customer_id from subscriptions s
                where s.next_due <= ? and (?::uuid is null or s.customer_id = ?)
                group by s.customer_id),
            wanted as (
                select c.id, row_number() over (order by c.id) - 1 as place, count(*) over () as total
                from due d join customers c on c.id = d.customer_id
                where c.currency = ? and (?::uuid is not null or not exists
                    (select 1 from quarantine q where q.customer_id = c.id and q.resolved_at is null))),
            edges as (
                select id, place, place / ? as no, place % ? = 0 as begins from wanted
                where place % ? in (0, ? - 1) or place = total - 1)
            insert into bill_run_chunks (run_id, no, from_customer, to_customer, customers, status)
            select ?, no, (array_agg(id order by place))[1], (array_agg(id order by place desc))[1],
                max(place) - min(place) + 1, 'pending'
            from edges group by no""";

    private static final String NUMBERS =
            """
            update bill_run_chunks c
            set first_number = n.first + (select coalesce(sum(b.customers), 0) from bill_run_chunks b
                where b.run_id = c.run_id and b.no < c.no)
            from (select ?::bigint as first) n where c.run_id = ?""";

    /** Writes the run and its chunks; answers the run's id. */
    public UUID write(Sql sql, RunSettings settings) {
        UUID run = Ids.next();
        sql.update(
                """
                insert into bill_runs (id, mode, target_date, issued_on, status, customer_id, preview_id, currency,
                    started_by, created_at)
                values (?, ?, ?, ?, 'queued', ?, ?, ?, ?, ?)""",
                run,
                mode.code(),
                targetDate,
                issuedOn,
                customerId,
                previewId,
                currency,
                startedBy,
                now);
        int size = settings.chunkSize();
        sql.update(CHUNKS, targetDate, customerId, customerId, currency, customerId, size, size, size, size, run);
        long total = sql.number("select coalesce(sum(customers), 0) from bill_run_chunks where run_id = ?", run);
        sql.update("update bill_runs set total = ? where id = ?", (int) total, run);
        if (mode == RunMode.COMMIT && total > 0) {
            // last, because it locks the series
            long first = sql.number("select take_numbers('invoice', ?)", total);
            sql.update(NUMBERS, first, run);
        }
        return run;
    }
}
