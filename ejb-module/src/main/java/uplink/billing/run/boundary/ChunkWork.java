package uplink.billing.run.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.billing.run.control.ChunkWorker;
import uplink.billing.run.control.Dispatch;
import uplink.billing.run.control.RunRows;
import uplink.billing.run.control.RunSettings;
import uplink.billing.run.control.RunState;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Event;
import uplink.shared.FaultPoint;
import uplink.shared.Outbox;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Trail;

/** The steps of a run's work, each in a database transaction of its own. */
@Stateless
@Allowed(Permission.SYSTEM)
public class ChunkWork {

    private static final int AT_ONCE = 500;
    private static final int STALE_SECONDS = 45;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    /** Chunks that the workers are to be told of now. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<Dispatch.Sent> claim() {
        List<Dispatch.Sent> chunks = Dispatch.claim(Sql.in(database), STALE_SECONDS, AT_ONCE);
        chunks.stream().map(Dispatch.Sent::runId).distinct().forEach(state()::begin);
        return chunks;
    }

    /** They could not be sent. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void giveBack(List<Dispatch.Sent> chunks) {
        Dispatch.giveBack(Sql.in(database), chunks);
    }

    /** Works off a chunk; does nothing when it is done or in other hands. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public ChunkWorker.Result work(UUID runId, int no) {
        ChunkWorker.Result result = Sql.in(database)
                .with(connection ->
                        new ChunkWorker(connection, RunSettings.fromEnvironment(), clock.instant()).work(runId, no));
        if (result.invoiced() > 0) {
            outbox.wakeRelay();
            starter(runId).ifPresent(by -> Trail.note(Sql.in(database), by, worked(runId, no, result)));
        }
        return result;
    }

    /** Records that a chunk has failed: it is tried again. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void failed(UUID runId, int no, String error) {
        state().failed(runId, no, error);
    }

    /** Runs that are not at rest. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<UUID> active() {
        return state().active();
    }

    /** Brings a run to its end when nothing is left to do: completed, failed or stopped, exactly once. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void settle(UUID runId) {
        RunState state = state();
        if (state.complete(runId)) {
            announceCompletion(runId);
            FaultPoint.at("before-completion");
        } else if (!state.fail(runId)) {
            state.settleStop(runId);
        }
    }

    /** Who started it; empty for the timer's runs and for previews, which change nothing. */
    private Optional<UUID> starter(UUID runId) {
        return Sql.in(database)
                .first(
                        "select started_by from bill_runs where id = ? and mode = 'commit' and started_by is not null",
                        row -> row.getObject(1, UUID.class),
                        runId);
    }

    private static Trail.Note worked(UUID runId, int no, ChunkWorker.Result result) {
        Map<String, Object> counts = Map.of(
                "chunk", no,
                "invoiced", result.invoiced(),
                "paid", result.paid(),
                "quarantined", result.quarantined());
        return new Trail.Note("bill-run.work", "bill-run", runId.toString(), counts);
    }

    private void announceCompletion(UUID runId) {
        BillRun run = new RunRows(Sql.in(database), clock.instant()).one(runId).orElseThrow();
        outbox.announce(Event.of(
                "billing.run.completed",
                "/billing",
                runId,
                Map.of(
                        "runId", runId.toString(),
                        "mode", run.mode().code(),
                        "targetDate", run.targetDate().toString(),
                        "invoiced", run.invoiced(),
                        "quarantined", run.quarantined(),
                        "amount", run.amount().toPlainString(),
                        "currency", run.currency()),
                clock.instant()));
    }

    private RunState state() {
        return new RunState(Sql.in(database), clock.instant());
    }
}
