package uplink.bench.billrun;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.PGCopyInputStream;

/**
 * Takes the rows that a run wrote out of the database where it wrote them and lays them ready, in unlogged tables cut
 * into chunks, in a copy of that database from before the run.
 */
final class Staging {
    /** Inserted rows by table, in the order that the foreign keys want; <code>?</code> is the run. */
    private static final List<Insertion> INSERTED = List.of(
            new Insertion("invoices", "select t.* from invoices t where t.run_id = '?' order by t.id"),
            new Insertion(
                    "charges",
                    "select t.* from charges t join invoices i on i.id = t.invoice_id where i.run_id = '?'"
                            + " order by i.id, t.subscription_id"),
            new Insertion(
                    "transactions",
                    "select t.* from transactions t join invoices i on i.id = t.invoice_id where i.run_id = '?'"
                            + " order by t.id"),
            new Insertion("outbox", "select t.* from outbox t order by t.id"),
            new Insertion("bill_run_tariffs", "select t.* from bill_run_tariffs t where t.run_id = '?'"),
            new Insertion("bill_run_anomalies", "select t.* from bill_run_anomalies t where t.run_id = '?'"));

    static final List<String> UPDATED = List.of("customers", "subscriptions");

    record Insertion(String table, String rows) {}

    private final int chunkSize;
    private final UUID run;

    Staging(int chunkSize, UUID run) {
        this.chunkSize = chunkSize;
        this.run = run;
    }

    /** Copies the rows and cuts them; answers the number of chunks. */
    int carry(DataSource from, DataSource to) throws SQLException {
        try (Connection source = from.getConnection();
                Connection target = to.getConnection()) {
            Rows.execute(target, "create schema stage");
            // the run itself and its chunks are there before the work begins, in both
            copy(source, "select * from bill_runs where id = '" + run + "'", target, "bill_runs");
            copy(source, "select * from bill_run_chunks where run_id = '" + run + "'", target, "bill_run_chunks");
            for (Insertion insertion : INSERTED) {
                raw(source, insertion.rows().replace("?", run.toString()), target, insertion.table());
            }
            for (String table : UPDATED) {
                raw(source, "select * from " + table, target, table);
            }
            cut(target);
            return Math.toIntExact(Rows.number(target, "select coalesce(max(chunk), -1) + 1 from stage.invoices"));
        }
    }

    private static void raw(Connection source, String query, Connection target, String table) throws SQLException {
        Rows.execute(target, "create unlogged table stage.raw_" + table + " (like public." + table + ")");
        copy(source, query, target, "stage.raw_" + table);
    }

    private static void copy(Connection source, String query, Connection target, String table) throws SQLException {
        try (InputStream rows = new PGCopyInputStream(
                source.unwrap(PGConnection.class), "copy (" + query + ") to stdout (format binary)")) {
            new CopyManager(target.unwrap(org.postgresql.core.BaseConnection.class))
                    .copyIn("copy " + table + " from stdin (format binary)", rows, 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cut(Connection target) throws SQLException {
        String byOrder = "select (row_number() over () - 1) / " + chunkSize + " as chunk, r.* from stage.raw_%1$s r";
        String byInvoice = "select i.chunk, r.* from stage.raw_%1$s r join stage.invoices i on i.id = r.invoice_id"
                + " order by i.chunk, i.id";
        // an update of a row that stays as it was would make the floor dearer than it is
        String byCustomer = "select i.chunk, r.* from stage.raw_%1$s r join public.%1$s t on t.id = r.id"
                + " join (select distinct on (customer_id) customer_id, chunk from stage.invoices"
                + " order by customer_id, chunk) i on i.customer_id = %2$s"
                + " where row(r.*) is distinct from row(t.*) order by i.chunk, r.id";
        keep(target, "invoices", byOrder);
        keep(target, "charges", byInvoice);
        keep(target, "transactions", byInvoice);
        keep(target, "outbox", byOrder);
        keep(target, "bill_run_tariffs", byOrder);
        keep(target, "bill_run_anomalies", byOrder);
        keep(target, "customers", String.format(byCustomer, "customers", "r.id"));
        keep(target, "subscriptions", String.format(byCustomer, "subscriptions", "r.customer_id"));
        Rows.execute(target, "analyze");
    }

    private static void keep(Connection target, String table, String query) throws SQLException {
        Rows.execute(
                target,
                "create unlogged table stage." + table + " as " + String.format(query, table),
                "create index on stage." + table + " (chunk)");
    }

    static List<String> inserted() {
        return INSERTED.stream().map(Insertion::table).toList();
    }
}
