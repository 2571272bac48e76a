package uplink.billing.run.boundary;

import jakarta.ejb.Stateless;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Allowed;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;

/** Bill runs: rehearsed, committed, watched, stopped and resumed. Everyone's chunks are worked off by every node. */
@Stateless
@Allowed(Permission.BILLING_RUN)
public class BillRuns {

    /**
     * Starts a run over everybody who has something to be billed up to a day.
     *
     * @param targetDate at most 45 days ahead of today; refused with {@code validation} beyond
     */
    public BillRun start(LocalDate targetDate, RunMode mode) {
        throw new UnsupportedOperationException();
    }

    /** A run with its figures and totals by tariff; {@code not-found}. */
    public BillRun get(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** All runs, newest first. */
    public Page<BillRun> page(PageRequest page) {
        throw new UnsupportedOperationException();
    }

    /** A slice for the console. */
    public List<BillRun> list(RunQuery query) {
        throw new UnsupportedOperationException();
    }

    /** How many runs the query has in all. */
    public long count(RunQuery query) {
        throw new UnsupportedOperationException();
    }

    /** Starts a new run that bills what a completed preview has shown; {@code invalid-state} for any other run. */
    public BillRun commit(UUID previewId) {
        throw new UnsupportedOperationException();
    }

    /** Finishes the chunks in hand and begins no more; {@code invalid-state} when the run is not under way. */
    public BillRun stop(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** Goes on with a stopped or failed run; {@code invalid-state} otherwise. */
    public BillRun resume(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** The customers of a run that stand out, by kind if wanted. */
    public Page<Anomaly> anomalies(UUID runId, @Nullable AnomalyKind kind, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    /** A slice for the console, the greatest difference first. */
    public List<Anomaly> listAnomalies(AnomalyQuery query) {
        throw new UnsupportedOperationException();
    }

    /** How many anomalies the query has in all. */
    public long countAnomalies(AnomalyQuery query) {
        throw new UnsupportedOperationException();
    }
}
