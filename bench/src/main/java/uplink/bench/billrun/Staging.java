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
import org.postgresql.copy.PGCopyInputStream;

/**
 * Takes the rows that a run wrote out of the database where it wrote them and lays them ready, in unlogged tables cut
 * into chunks, in a copy of that database from before the run.
 */
final class Staging {
    /** In the order that the foreign keys want. */
    static final List<Piece> PIECES = List.of(
            Piece.ofCustomer("invoices", "select t.* from invoices t where t.run_id = '?' order by t.id"),
            Piece.of(
                    "charges",
                    "select t.* from charges t join invoices i on i.id = t.invoice_id where i.run_id = '?' order by"
                            + " i.id",
                    "join public.subscriptions s on s.id = r.subscription_id"
                            + " join stage.cut k on k.customer_id = s.customer_id"),
            Piece.of(
                    "transactions",
                    "select t.* from transactions t join invoices i on i.id = t.invoice_id where i.run_id = '?' order"
                            + " by t.id",
                    "join stage.cut k on k.customer_id in (r.debit_account, r.credit_account)"),
            Piece.ofNobody("outbox", "select t.* from outbox t order by t.id"),
            Piece.ofCustomer(
                    "open_credits",
                    "select t.* from open_credits t join transactions x on x.id = t.transaction_id"
                            + " join invoices i on i.id = x.invoice_id where i.run_id = '?'"),
            Piece.ofCustomer(
                    "allocations",
                    "select t.* from allocations t join transactions x on x.id = t.transaction_id"
                            + " join invoices i on i.id = x.invoice_id where i.run_id = '?'"),
            Piece.ofCustomer("quarantine", "select t.* from quarantine t where t.run_id = '?'"),
            Piece.ofNobody("bill_run_tariffs", "select t.* from bill_run_tariffs t where t.run_id = '?'"),
            Piece.ofNobody("bill_run_anomalies", "select t.* from bill_run_anomalies t where t.run_id = '?'"),
            Piece.changed("customers", "select * from customers", "id"),
            Piece.changed("subscriptions", "select * from subscriptions", "customer_id"),
            Piece.changed(
                    "invoices", "select * from invoices t where t.run_id <> '?' and t.version > 0", "customer_id"));

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
            for (Piece piece : PIECES) {
                Rows.execute(target, "create unlogged table " + piece.raw() + " (like public." + piece.table() + ")");
                copy(source, piece.rows().replace("?", run.toString()), target, piece.raw());
            }
            int chunks = cut(target);
            for (Piece piece : PIECES) {
                stage(target, piece);
            }
            Rows.execute(target, "analyze");
            return chunks;
        }
    }

    private static void copy(Connection source, String query, Connection target, String table) throws SQLException {
        try (InputStream rows = new PGCopyInputStream(
                source.unwrap(PGConnection.class), "copy (" + query + ") to stdout (format binary)")) {
            target.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin (format binary)", rows, 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives every customer of the run a chunk: neighbours share one. */
    private int cut(Connection target) throws SQLException {
        String customers = "select customer_id from stage.raw_new_invoices union select customer_id from"
                + " stage.raw_new_quarantine union select s.customer_id from stage.raw_changed_subscriptions s"
                + " join public.subscriptions t using (id) where row(s.*) is distinct from row(t.*)";
        Rows.execute(
                target,
                "create unlogged table stage.cut as select customer_id, ((row_number() over (order by customer_id) -"
                        + " 1) / "
                        + chunkSize + ")::integer as chunk from (" + customers + ") c",
                "alter table stage.cut add primary key (customer_id)",
                "analyze stage.cut");
        return Math.toIntExact(Rows.number(target, "select coalesce(max(chunk), -1) + 1 from stage.cut"));
    }

    private void stage(Connection target, Piece piece) throws SQLException {
        Rows.execute(
                target,
                "create unlogged table " + piece.name() + " as select "
                        + piece.chunk().formatted(chunkSize) + " as chunk, r.* from " + piece.raw() + " r "
                        + piece.join() + " order by 1",
                "create index on " + piece.name() + " (chunk)",
                "drop table " + piece.raw());
    }
}
