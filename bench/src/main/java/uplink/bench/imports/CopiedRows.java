package uplink.bench.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** The rows that an import wrote, in files, as COPY reads them fastest. */
record CopiedRows(Path directory) {
    /** In the order that the foreign keys want. */
    private static final List<String> TABLES = List.of(
            "customers",
            "ledger_accounts",
            "addresses",
            "contracts",
            "subscriptions",
            "subscription_events",
            "transactions",
            "open_credits",
            "customer_search");

    static CopiedRows takenFrom(DataSource database, Path directory) throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (String table : TABLES) {
                // house accounts are there from the beginning
                String rows = table.equals("ledger_accounts") ? " where customer_id is not null" : "";
                try (OutputStream out = Files.newOutputStream(directory.resolve(table + ".rows"))) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("copy (select * from " + table + rows + ") to stdout (format binary)", out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CopiedRows(directory);
    }

    /** Writes all of them in one transaction. */
    void write(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (String table : TABLES) {
                try (InputStream rows = Files.newInputStream(directory.resolve(table + ".rows"))) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("copy " + table + " from stdin (format binary)", rows, 1 << 16);
                }
            }
            connection.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
