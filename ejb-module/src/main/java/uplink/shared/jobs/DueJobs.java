package uplink.shared.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/** Runs a job when it is due: table {@code job_runs} says which due times are done, a lease says who works. */
final class DueJobs {

    private static final Logger LOG = Logger.getLogger(DueJobs.class.getName());
    /** Renewed with each tick; a node that dies keeps a job from the others for no longer than a server takes to come back. */
    private static final Duration TERM = Duration.ofSeconds(30);

    private static final String OPEN =
            """
            (r.status = 'running' or r.status = 'failed' and r.attempts < 5
                and r.finished_at < clock_timestamp() - r.attempts * interval '1 minute')""";

    private final Sql sql;
    private final Clock business;
    private final Leases leases;
    private final Map<String, Lease> held = new ConcurrentHashMap<>();

    DueJobs(DataSource database, Clock business) {
        this.sql = Sql.in(database);
        this.business = business;
        this.leases = new Leases(database);
    }

    /** A job that this installation never saw has missed nothing: its count begins now. */
    void introduce(Job job) {
        sql.update(
                """
                insert into job_runs (job, due_at, started_at, finished_at, status, detail)
                select ?, ?, clock_timestamp(), clock_timestamp(), 'completed', 'introduced'
                where not exists (select 1 from job_runs where job = ?)
                on conflict do nothing""",
                job.name(),
                job.schedule().lastDue(business),
                job.name());
    }

    /** Runs it when it is due and nobody else does; tells whether it ran. */
    boolean runIfDue(Job job) {
        Instant due = job.schedule().lastDue(business);
        if (isSettled(job.name(), due)) {
            return false;
        }
        Optional<Lease> lease = leases.acquire("job:" + job.name(), TERM);
        lease.ifPresent(l -> runWith(l, job, due));
        return lease.isPresent();
    }

    /**
     * Runs it now, whether it is due or not, unless somebody runs it already; tells whether it ran. Its due times are
     * left alone.
     *
     * @param begins called when it is certain to run and has not looked for work yet
     */
    boolean runNow(Job job, Runnable begins) {
        Optional<Lease> lease = leases.acquire("job:" + job.name(), TERM);
        lease.ifPresent(l -> {
            held.put(l.name(), l);
            begins.run();
            try {
                Callers.run(Caller.system(job.name()), () -> job.run(SystemTime.now()));
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, "job " + job.name() + " failed, it comes again when it is due", e);
            } finally {
                held.remove(l.name());
                leases.release(l);
            }
        });
        return lease.isPresent();
    }

    /** Holds on to the leases of the jobs that are running here. */
    void renewLeases() {
        held.values().forEach(lease -> leases.renew(lease, TERM));
    }

    private boolean isSettled(String name, Instant due) {
        return sql.number("select count(*) from job_runs r where job = ? and due_at = ? and not " + OPEN, name, due)
                > 0;
    }

    private void runWith(Lease lease, Job job, Instant due) {
        held.put(lease.name(), lease);
        try {
            if (begin(job.name(), due)) {
                run(lease, job, due);
            }
        } finally {
            held.remove(lease.name());
            leases.release(lease);
        }
    }

    /** With the lease in hand a row that still says running is of a node that died. */
    private boolean begin(String name, Instant due) {
        return sql.update(
                        """
                        insert into job_runs as r (job, due_at, started_at, status)
                        values (?, ?, clock_timestamp(), 'running')
                        on conflict (job, due_at) do update
                        set started_at = excluded.started_at, status = 'running', finished_at = null,
                            attempts = r.attempts + 1
                        where """
                                + OPEN,
                        name,
                        due)
                == 1;
    }

    private void run(Lease lease, Job job, Instant due) {
        try {
            Callers.run(Caller.system(job.name()), () -> job.run(due));
            end(lease, job, due, "completed", "");
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "job " + job.name() + " failed", e);
            end(lease, job, due, "failed", e.toString());
        }
    }

    private void end(Lease lease, Job job, Instant due, String status, String detail) {
        sql.update(
                """
                update job_runs set status = ?, finished_at = clock_timestamp(), detail = nullif(left(?, 500), '')
                where job = ? and due_at = ? and exists (select 1 from leases where name = ? and token = ?)""",
                status,
                detail,
                job.name(),
                due,
                lease.name(),
                lease.token());
        if (job.schedule() instanceof Schedule.Every && status.equals("completed")) {
            sql.update("delete from job_runs where job = ? and due_at < ?", job.name(), due);
        }
    }
}
