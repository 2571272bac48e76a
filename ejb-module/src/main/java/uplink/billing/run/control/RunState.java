package uplink.billing.run.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uplink.shared.Sql;

/** How a run moves from one state to the next: by conditional updates, so each step is taken exactly once. */
public final class RunState {

    /** A chunk that failed this often waits for a person. */
    static final int ATTEMPTS = 6;

    private final Sql sql;
    private final Instant now;

    public RunState(Sql sql, Instant now) {
        this.sql = sql;
        this.now = now;
    }

    /** The first chunk is on its way. */
    public void begin(UUID run) {
        sql.update(
                """
                update bill_runs set status = 'running', started_at = coalesce(started_at, ?), version = version + 1
                where id = ? and status = 'queued'""",
                now,
                run);
    }

    /** Tells whether the run was under way. */
    public boolean stop(UUID run) {
        return sql.update(
                        """
                        update bill_runs set status = 'stopping', version = version + 1
                        where id = ? and status in ('queued', 'running')""",
                        run)
                == 1;
    }

    /**
     * Tells whether the run was stopped or failed; failed chunks get another chance. What is left is issued today: an
     * invoice has its days to be paid from when it is there.
     */
    public boolean resume(UUID run, LocalDate today) {
        boolean resumed = sql.update(
                        """
                        update bill_runs set status = 'running', started_at = coalesce(started_at, ?),
                            issued_on = greatest(issued_on, ?), failure = null,
                            rested = rested + coalesce(?::timestamptz - finished_at, interval '0'), finished_at = null,
                            version = version + 1
                        where id = ? and status in ('stopped', 'failed')""",
                        now,
                        today,
                        now,
                        run)
                == 1;
        if (resumed) {
            sql.update(
                    """
                    update bill_run_chunks set status = 'pending', dispatched_at = null, attempts = least(attempts, 2)
                    where run_id = ? and status <> 'done'""",
                    run);
        }
        return resumed;
    }

    /** A chunk has failed and is tried again later; after several times it waits for a person. */
    public void failed(UUID run, int no, String error) {
        sql.update(
                """
                update bill_run_chunks set attempts = attempts + 1, last_error = left(?, 1000), dispatched_at = null,
                    status = case when attempts + 1 >= ? then 'failed' else 'pending' end
                where run_id = ? and no = ? and status = 'pending'""",
                error,
                ATTEMPTS,
                run,
                no);
    }

    /** Completes the run when nothing is left of it. True for exactly one caller. */
    public boolean complete(UUID run) {
        boolean completed = sql.update(
                        """
                        update bill_runs r set status = 'completed', finished_at = ?,
                            started_at = coalesce(started_at, ?), version = version + 1
                        where r.id = ? and r.status in ('queued', 'running', 'stopping') and not exists
                            (select 1 from bill_run_chunks c where c.run_id = r.id and c.status <> 'done')""",
                        now,
                        now,
                        run)
                == 1;
        if (completed) {
            QuarantineRows.resolveAfter(sql, run, now);
        }
        return completed;
    }

    /** Fails the run when only failed chunks are left of it. */
    public boolean fail(UUID run) {
        return sql.update(
                        """
                        update bill_runs r set status = 'failed', finished_at = ?, version = version + 1,
                            failure = (select min(c.last_error) from bill_run_chunks c
                                where c.run_id = r.id and c.status = 'failed')
                        where r.id = ? and r.status in ('queued', 'running') and not exists
                                (select 1 from bill_run_chunks c where c.run_id = r.id and c.status = 'pending')
                            and exists
                                (select 1 from bill_run_chunks c where c.run_id = r.id and c.status = 'failed')""",
                        now,
                        run)
                == 1;
    }

    /**
     * A stopping run has stopped when no chunk is in anybody's hands: then all that are pending can be locked. Only then:
     * a worker that comes for a chunk locked here would take it for somebody else's and forget it.
     */
    public boolean settleStop(UUID run) {
        List<Integer> free = sql.list(
                """
                select c.no from bill_run_chunks c join bill_runs r on r.id = c.run_id
                where c.run_id = ? and c.status = 'pending' and r.status = 'stopping'
                order by c.no for update of c skip locked""",
                row -> row.getInt(1),
                run);
        return sql.update(
                        """
                        update bill_runs r set status = 'stopped', finished_at = ?, version = version + 1
                        where r.id = ? and r.status = 'stopping' and ? =
                            (select count(*) from bill_run_chunks c where c.run_id = r.id and c.status = 'pending')""",
                        now,
                        run,
                        (long) free.size())
                == 1;
    }

    /** Runs that are not at rest. */
    public List<UUID> active() {
        return sql.list(
                "select id from bill_runs where status in ('queued', 'running', 'stopping') order by created_at",
                row -> row.getObject(1, UUID.class));
    }
}
