package uplink.shared.jobs;

import java.time.Instant;

/**
 * Timed work of a feature. A feature only adds a bean: {@code @ApplicationScoped @Allowed(Permission.SYSTEM) public
 * class NightlyBilling implements Job}, in its boundary package.
 *
 * <p>For one due time it runs on one node and, once it ended well, never again. A missed due time is caught up once, at
 * the next tick, with the latest due time only. A job whose node died half-way is started again with the same due time,
 * and one that failed is tried five times: so a job must bear repetition.
 */
public interface Job {

    /** Unique and lasting: it is the key in table {@code job_runs}. */
    String name();

    Schedule schedule();

    /**
     * Does the work. Called as {@code Caller.system(name())} outside any database transaction: each boundary that is
     * called makes its own.
     *
     * @param dueAt when this should have happened; may be long ago
     */
    void run(Instant dueAt);
}
