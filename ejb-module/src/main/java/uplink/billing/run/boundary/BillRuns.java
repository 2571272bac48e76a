package uplink.billing.run.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.run.control.AnomalyRows;
import uplink.billing.run.control.RunPlan;
import uplink.billing.run.control.RunRows;
import uplink.billing.run.control.RunSettings;
import uplink.billing.run.control.RunState;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Settings;
import uplink.shared.Sql;
import uplink.shared.Text;

/** Bill runs: rehearsed, committed, watched, stopped and resumed. Their chunks are worked off by every node. */
@Stateless
@Allowed(Permission.BILLING_RUN)
public class BillRuns {

    /** How far ahead of today a target date may lie, in days. */
    public static final int DAYS_AHEAD = 45;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Event<RunsChanged> changed;

    /**
     * Starts a run over everybody who has something to be billed up to a day.
     *
     * @param targetDate at most 45 days ahead of today; refused with {@code validation} beyond
     */
    public BillRun start(LocalDate targetDate, RunMode mode) {
        return start(targetDate, mode, null, null);
    }

    /**
     * The day up to which a run is most likely wanted: today when it is the first of a month and somebody has something due,
     * so that nobody who opens the console before the night's run charges a month that has not begun; otherwise the
     * first of next month, which is charged in advance.
     */
    public LocalDate getSuggestedTarget() {
        LocalDate today = clock.today();
        boolean wanted = today.getDayOfMonth() == 1 && rows().anythingDue(today);
        return wanted ? today : today.withDayOfMonth(1).plusMonths(1);
    }

    /** A run with its figures and totals by tariff; {@code not-found}. */
    public BillRun get(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    /** All runs, newest first. */
    public Page<BillRun> page(PageRequest page) {
        return Page.of(rows().before(page.before(), page.limit() + 1), page.limit(), run -> run.id()
                .toString());
    }

    /** A slice for the console. */
    public List<BillRun> list(RunQuery query) {
        return rows().list(query);
    }

    /** How many runs the query has in all. */
    public long count(RunQuery query) {
        return rows().count(query);
    }

    /** Starts a new run that bills what a completed preview has shown; {@code invalid-state} for any other run. */
    public BillRun commit(UUID previewId) {
        BillRun preview = get(previewId);
        if (preview.mode() != RunMode.PREVIEW || preview.status() != RunStatus.COMPLETED) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("run.not-a-finished-preview"));
        }
        return start(preview.targetDate(), RunMode.COMMIT, preview.customerId(), previewId);
    }

    /** Finishes the chunks in hand and begins no more; {@code invalid-state} when the run is not under way. */
    public BillRun stop(UUID id) {
        get(id);
        if (!state().stop(id)) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("run.not-under-way"));
        }
        changed.fire(new RunsChanged());
        return get(id);
    }

    /** Goes on with a stopped or failed run; {@code invalid-state} otherwise. */
    public BillRun resume(UUID id) {
        get(id);
        if (!state().resume(id, clock.today())) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("run.not-stopped"));
        }
        changed.fire(new RunsChanged());
        return get(id);
    }

    /** The customers of a run that stand out, of one kind if wanted. */
    public Page<Anomaly> anomalies(UUID runId, @Nullable AnomalyKind kind, PageRequest page) {
        get(runId);
        return Page.of(
                anomalyRows().before(runId, kind, page.before(), page.limit() + 1),
                page.limit(),
                anomaly -> anomaly.customerId().toString());
    }

    /** A slice for the console, the greatest difference first. */
    public List<Anomaly> listAnomalies(AnomalyQuery query) {
        return anomalyRows().list(query);
    }

    /** How many anomalies the query has in all. */
    public long countAnomalies(AnomalyQuery query) {
        return anomalyRows().count(query);
    }

    /** A run for one customer, quarantined or not: up to today, or to the day that the failed run was for. */
    public BillRun startFor(UUID customer, @Nullable UUID failedRun) {
        LocalDate today = clock.today();
        LocalDate asked = failedRun == null ? today : get(failedRun).targetDate();
        return start(asked.isAfter(today) ? asked : today, RunMode.COMMIT, customer, null);
    }

    private BillRun start(LocalDate target, RunMode mode, @Nullable UUID customer, @Nullable UUID preview) {
        if (target.isAfter(clock.today().plusDays(DAYS_AHEAD))) {
            throw BusinessException.invalid("targetDate", Text.of("run.too-far-ahead", DAYS_AHEAD));
        }
        UUID run = new RunPlan(
                        mode,
                        target,
                        clock.today(),
                        Settings.currency(),
                        customer,
                        preview,
                        Callers.current().userId(),
                        clock.instant())
                .write(Sql.in(database), RunSettings.fromEnvironment());
        changed.fire(new RunsChanged());
        return get(run);
    }

    private RunRows rows() {
        return new RunRows(Sql.in(database), clock.instant());
    }

    private RunState state() {
        return new RunState(Sql.in(database), clock.instant());
    }

    private AnomalyRows anomalyRows() {
        return new AnomalyRows(Sql.in(database));
    }
}
