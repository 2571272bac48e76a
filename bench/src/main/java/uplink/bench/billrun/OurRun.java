package uplink.bench.billrun;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.billing.run.control.ChunkWorker;
import uplink.billing.run.control.RunSettings;
import uplink.shared.Ids;

/** The product's bill run without its container: the same planning and the same chunk worker on as many threads. */
final class OurRun {
    private final DataSource database;
    private final RunSettings settings;
    private final UUID id = Ids.next();

    OurRun(DataSource database, RunSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    UUID id() {
        return id;
    }

    /** Plans the run and works off its chunks. */
    void bill(LocalDate target, String mode, int workers) throws SQLException {
        int chunks;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            chunks = plan(connection, target, mode);
            connection.commit();
        }
        new Workers(workers).share(chunks, database::getConnection, this::work);
        try (Connection connection = database.getConnection()) {
            long open = Rows.number(
                    connection, "select count(*) from bill_run_chunks where run_id = ? and status <> 'done'", id);
            if (open > 0) {
                throw new IllegalStateException(open + " chunks are not done");
            }
        }
    }

    private void work(Connection connection, int no) throws SQLException {
        connection.setAutoCommit(false);
        new ChunkWorker(connection, settings, Instant.now()).work(id, no);
        connection.commit();
    }

    private int plan(Connection connection, LocalDate target, String mode) throws SQLException {
        Rows.execute(
                connection,
                "insert into bill_runs (id, mode, target_date, issued_on, status, currency, created_at) values ('" + id
                        + "', '" + mode + "', '" + target + "', '" + target + "', 'running', 'RUB', now())",
                "insert into bill_run_chunks (run_id, no, from_customer, to_customer, customers, status, first_number)"
                        + " select '" + id
                        + "', no, (array_agg(id order by id))[1], (array_agg(id order by id desc))[1], count(*), 'pending', no * 100000 + 1000000000 * "
                        + target.getMonthValue() + "::bigint from (select id, ((row_number() over (order by id) - 1) / "
                        + settings.chunkSize()
                        + ") as no from customers) c group by no");
        return Math.toIntExact(Rows.number(connection, "select count(*) from bill_run_chunks where run_id = ?", id));
    }
}
