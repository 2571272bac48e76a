package uplink.billing.run.control;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.run.boundary.RunMode;
import uplink.billing.run.boundary.RunStatus;
import uplink.shared.Coded;
import uplink.shared.Sql;

/**
 * A range of customers to be billed in one database transaction.
 *
 * @param from first customer
 * @param to last customer
 * @param customers how many there were when the run was planned
 * @param attempts how often it failed so far
 * @param firstNumber of the first customer's invoice; null in a preview
 * @param single the run is for one customer, who may be in quarantine
 */
record Chunk(
        UUID runId,
        int no,
        UUID from,
        UUID to,
        int customers,
        int attempts,
        @Nullable Long firstNumber,
        RunMode mode,
        LocalDate targetDate,
        LocalDate issuedOn,
        String currency,
        boolean single) {

    /** Takes the chunk for the rest of the transaction, unless it is done, in other hands, or its run is not open. */
    static Optional<Chunk> take(Sql sql, UUID runId, int no) {
        boolean mine = sql.first(
                        """
                        select no from bill_run_chunks where run_id = ? and no = ? and status = 'pending'
                        for update skip locked""",
                        row -> row.getInt(1),
                        runId,
                        no)
                .isPresent();
        // a statement of its own: it must see a stop that was asked for before the row was locked
        return mine ? open(sql, runId, no) : Optional.empty();
    }

    private static Optional<Chunk> open(Sql sql, UUID runId, int no) {
        return sql.first(
                """
                select c.run_id, c.no, c.from_customer, c.to_customer, c.customers, c.attempts, c.first_number,
                    r.mode, r.target_date, r.issued_on, r.currency, r.customer_id is not null, r.status
                from bill_run_chunks c join bill_runs r on r.id = c.run_id
                where c.run_id = ? and c.no = ? and r.status in (?, ?)""",
                row -> new Chunk(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class),
                        row.getInt(5),
                        row.getInt(6),
                        row.getObject(7, Long.class),
                        Coded.of(RunMode.class, row.getString(8)),
                        row.getObject(9, LocalDate.class),
                        row.getObject(10, LocalDate.class),
                        row.getString(11),
                        row.getBoolean(12)),
                runId,
                no,
                RunStatus.QUEUED.code(),
                RunStatus.RUNNING.code());
    }

    boolean isPreview() {
        return mode == RunMode.PREVIEW;
    }
}
