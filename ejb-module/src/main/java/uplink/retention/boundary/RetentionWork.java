package uplink.retention.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.Erasures;
import uplink.retention.control.Cutoff;
import uplink.retention.control.DuePeople;
import uplink.retention.control.DueRows;
import uplink.retention.control.WorkRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/**
 * The steps of a run, each a transaction: what a step took and that it took it are written together, so that a run goes on
 * where a dead server left it, and takes no more in a night than it may.
 */
@Stateless
@Allowed(Permission.SYSTEM)
public class RetentionWork {

    private static final int BATCH = 10_000;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Erasures erasures;

    /** A run that waits or was left behind. */
    public Optional<UUID> open() {
        return rows().open();
    }

    /** The run of a night; empty when it has been, or another one is not over. */
    public Optional<UUID> night(LocalDate night) {
        return rows().night(night, clock.instant());
    }

    /** Answers the rules that are to be done. */
    public List<String> begin(UUID run) {
        rows().begin(run, clock.instant());
        return rows().rules(run);
    }

    /** Tells whether there is to be a next rule. */
    public boolean goesOn(UUID run) {
        return rows().goesOn(run);
    }

    /** A rule's part begins, or goes on: what is due is counted, and who is held. */
    public RetentionTask begin(UUID run, String rule) {
        RetentionTask task = rows().task(run, rule);
        int most = rows().perNight(rule);
        if (task.erases()) {
            rows().found(task, people(task).count(most), people(task).held(), clock.instant());
        } else {
            rows().found(task, new DueRows(sql()).count(rule, before(task), most), List.of(), clock.instant());
        }
        return task;
    }

    /** Takes rows away, 10,000 at most; tells whether there may be more to do. */
    public boolean take(RetentionTask task) {
        int most = Math.min(BATCH, rows().left(task));
        int taken = most == 0 ? 0 : new DueRows(sql()).take(task.rule(), before(task), most);
        rows().took(task, taken, 0);
        return most > 0 && taken == most;
    }

    /** The next persons who can be erased, by id; none once the night's number is reached or the run is told to stop. */
    public List<UUID> next(RetentionTask task, @Nullable UUID after) {
        int left = rows().left(task);
        return left == 0 ? List.of() : people(task).next(after, Math.min(left, 100));
    }

    /** Erases a person, unless something has come into the way; tells whether to go on. */
    public boolean erase(RetentionTask task, UUID person) {
        if (rows().left(task) == 0) {
            return false;
        }
        String basis = task.basis() == null ? task.rule() : task.basis();
        boolean erased = task.applicants()
                ? erasures.expireApplicant(person, basis, task.by())
                : erasures.expire(person, basis, task.by());
        rows().took(task, erased ? 1 : 0, 0);
        return true;
    }

    /** One could not be erased: the others are. */
    public void failed(RetentionTask task) {
        rows().took(task, 0, 1);
    }

    /** @param failure the incident; null: the rule did what it could */
    public void end(UUID run, String rule, @Nullable String failure) {
        rows().close(run, rule, failure, clock.instant());
    }

    public void end(UUID run) {
        rows().end(run, clock.instant());
    }

    private DuePeople people(RetentionTask task) {
        return DuePeople.of(sql(), task.applicants(), before(task), clock.today());
    }

    private Instant before(RetentionTask task) {
        Instant now = task.business() ? clock.instant() : SystemTime.now();
        return Cutoff.of(now, clock.getZone(), task.unit(), task.keep());
    }

    private WorkRows rows() {
        return new WorkRows(sql());
    }

    private Sql sql() {
        return Sql.in(database);
    }
}
