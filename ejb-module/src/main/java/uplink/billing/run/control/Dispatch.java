package uplink.billing.run.control;

import java.util.List;
import java.util.UUID;
import uplink.shared.Sql;

/**
 * Which chunks are to be sent to the workers. A chunk that was sent is sent again only when its run has not moved for a
 * while: a message may be lost, and one too many does no harm.
 */
public final class Dispatch {

    /** A chunk on its way. */
    public record Sent(UUID runId, int no) {}

    private static final String CLAIM =
            """
            update bill_run_chunks c set dispatched_at = clock_timestamp()
            where (c.run_id, c.no) in (
                select p.run_id, p.no from (
                    select r.id, r.created_at, -- once for each run, not for each of its chunks
                        (select max(d.worked_at) from bill_run_chunks d where d.run_id = r.id) as moved_at
                    from bill_runs r where r.status in ('queued', 'running') offset 0) r
                join bill_run_chunks p on p.run_id = r.id
                where p.status = 'pending' and (p.dispatched_at is null
                    or greatest(p.dispatched_at, r.moved_at) < clock_timestamp() - make_interval(secs => ?))
                order by r.created_at, p.no limit ? for update of p skip locked)
            returning c.run_id, c.no""";

    private Dispatch() {}

    /** Takes up to so many chunks that nobody has been told of; commits with the caller's transaction. */
    public static List<Sent> claim(Sql sql, int staleSeconds, int atMost) {
        return sql.list(CLAIM, row -> new Sent(row.getObject(1, UUID.class), row.getInt(2)), staleSeconds, atMost);
    }

    /** They could not be sent after all. */
    public static void giveBack(Sql sql, List<Sent> chunks) {
        for (Sent chunk : chunks) {
            sql.update(
                    "update bill_run_chunks set dispatched_at = null where run_id = ? and no = ? and status = 'pending'",
                    chunk.runId(),
                    chunk.no());
        }
    }
}
