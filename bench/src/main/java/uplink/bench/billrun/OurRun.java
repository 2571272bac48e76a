package uplink.bench.billrun;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.run.boundary.RunMode;
import uplink.billing.run.control.ChunkWorker;
import uplink.billing.run.control.RunPlan;
import uplink.billing.run.control.RunSettings;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/** The product's bill run without its container: the same planning and the same chunk worker on as many threads. */
public final class OurRun {
    private final DataSource database;
    private final RunSettings settings;
    private @Nullable UUID id;

    public OurRun(DataSource database, RunSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** The run's id, once it has been planned. */
    public UUID id() {
        return Objects.requireNonNull(id);
    }

    /** Plans the run and works off its chunks. */
    public void bill(LocalDate target, RunMode mode, int workers) throws SQLException {
        UUID run;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            run = new RunPlan(mode, target, target, "RUB", null, null, null, SystemTime.now())
                    .write(Sql.on(connection), settings);
            connection.commit();
        }
        id = run;
        int chunks = Math.toIntExact(count("select count(*) from bill_run_chunks where run_id = ?", run));
        new Workers(workers).share(chunks, database::getConnection, this::work);
        long open = count("select count(*) from bill_run_chunks where run_id = ? and status <> 'done'", run);
        if (open > 0) {
            throw new IllegalStateException(open + " chunks are not done");
        }
    }

    private long count(String sql, UUID run) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Rows.number(connection, sql, run);
        }
    }

    private void work(Connection connection, int no) throws SQLException {
        connection.setAutoCommit(false);
        new ChunkWorker(connection, settings, SystemTime.now()).work(id(), no);
        connection.commit();
    }
}
